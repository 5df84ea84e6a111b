import io
import json
import os
import shutil
import sqlite3
import stat
from contextlib import closing

import pytest
from rich.console import Console

from sparring.cli import verdicts
from sparring.core.evidence import Logged
from sparring.core.text import Message
from sparring.core.verdict import Finding
from sparring.words import words
from tests.conftest import ROOT
from tests.terminal import sparring

SOLVE = ROOT / "packs" / "core" / "exercises" / "solve"
REFERENCE = SOLVE / "shortest-path" / "reference.py"


def graded(*arguments: str, stdin: bytes = b"") -> tuple[int, dict]:
    done = sparring("grade", *arguments, "--json", stdin=stdin)
    return done.returncode, json.loads(done.stdout)


def test_list_is_a_contract(data):
    rows = json.loads(sparring("list", "--json").stdout)
    assert {"id", "kind", "topics", "level", "minutes", "title"} == set(rows[0])
    ids = {row["id"]: row["kind"] for row in rows}
    assert ids["shortest-path"] == "solve"
    named = {"gc-when-invoked", "deep-vs-shallow-copy", "mutable-vs-immutable", "generators-when", "context-managers", "decorators-how"}
    named |= {
        "metaclasses-what",
        "exceptions-handling",
        "singleton-factory-observer",
        "authn-vs-authz",
        "orm-n-plus-one",
        "validate-ai-model",
    }
    assert named <= {key for key, kind in ids.items() if kind == "explain"}
    assert {"shortest-path", "lru-cache"} <= set(ids)
    kinds = list(ids.values())
    assert kinds.count("explain") >= 12
    assert kinds.count("predict") >= 8
    assert kinds.count("solve") >= 8


def test_a_right_answer_passes_from_a_file_a_folder_and_standard_input(data, tmp_path):
    short = SOLVE / "create-once" / "reference.py"  # without a growth to measure
    folder = tmp_path / "answer"
    folder.mkdir()
    shutil.copy(short, folder / "solution.py")
    for name, path, stdin in (
        ("shortest-path", str(REFERENCE), b""),
        ("create-once", str(folder), b""),
        ("create-once", "-", short.read_bytes()),
    ):
        code, verdict = graded(name, path, stdin=stdin)
        assert code == 0
        assert (verdict["outcome"], verdict["passed"], verdict["status"], verdict["score"]) == ("correct", True, "passed", 1.0)
        assert verdict["engine"]
        assert verdict["cost"]["instructions"] > 0
        assert {"exercise", "kind", "findings", "wall_ms"} <= set(verdict)
        assert all(
            {"criterion", "ok", "message", "evidence"} <= set(finding) and finding["evidence"]["type"] for finding in verdict["findings"]
        )


@pytest.mark.parametrize("cost", ["10**400", "10**9000", "-10**400"])
def test_a_cost_beyond_every_float_is_a_wrong_answer(data, tmp_path, cost):
    wrong = tmp_path / "wrong.py"
    wrong.write_text(f"def shortest_path(graph, source, target):\n    return ({cost}, [source, target])\n")
    code, verdict = graded("shortest-path", str(wrong))
    assert (code, verdict["outcome"], verdict["status"]) == (1, "incorrect", "wrong-answer")


def test_what_is_nested_too_deeply_names_no_line_and_says_why(data):
    code, verdict = graded("shortest-path", "-", "--lang", "it", stdin=b"x = " + b"-" * 20_000 + b"1\n")
    assert (code, verdict["status"]) == (1, "unreadable")
    assert "riga 0" not in verdict["summary"]
    assert "leggerlo: " in verdict["summary"]
    assert not verdict["summary"].startswith("Python non riesce a leggerlo: .")


def test_a_wrong_answer_explains_itself(data, tmp_path):
    wrong = tmp_path / "wrong.py"
    wrong.write_text("def shortest_path(graph, source, target):\n    return (0.0, [source, target])\n")
    code, verdict = graded("shortest-path", str(wrong), "--lang", "it")
    assert code == 1
    assert verdict["status"] == "wrong-answer"
    row = next(row for row in verdict["findings"][0]["evidence"]["rows"] if row["status"] != "passed")
    assert row["input"]
    assert row["expected"]
    assert row["got"]
    assert row["why"]["it"]
    assert "casi" in verdict["findings"][0]["message"]


BAD = {
    "empty": b"",
    "blank": b"  \n\n",
    "binary": bytes(range(256)),
    "latin-1": "# perché\nx = 1".encode("latin-1"),
    "nul": b"x = 1\0",
    "utf-16": "def f(): pass".encode("utf-16"),
    "like MPEG-4": b"1234ftyp",
    "syntax": b"def shortest_path(:\n",
    "indentation": b"def shortest_path():\n  x\n y\n",
    "10 MB": b"#" * (10 << 20),
    "deep": b"x = " + b"(" * 5000 + b")" * 5000,
}


@pytest.mark.parametrize("name", BAD)
def test_what_cannot_be_read_is_asked_again_and_does_not_count(data, tmp_path, name):
    path = tmp_path / "answer.py"
    path.write_bytes(BAD[name])
    code, verdict = graded("shortest-path", str(path))
    assert code == 1
    assert (verdict["outcome"], verdict["status"], verdict["passed"]) == ("unreadable", "unreadable", False)
    assert len(verdict["summary"]) > 20


def test_a_text_in_utf_16_is_no_recording_but_to_be_saved_as_utf_8(data, tmp_path):
    path = tmp_path / "answer.md"
    path.write_text("A shallow copy shares what it holds.", encoding="utf-16")
    for exercise in ("shortest-path", "deep-vs-shallow-copy"):
        code, verdict = graded(exercise, str(path))
        assert (code, verdict["status"]) == (1, "unreadable")
        assert "UTF-8" in verdict["summary"]


def test_wrong_usage_is_told_in_both_languages(data, tmp_path):
    for language, word in (("en", "no exercise"), ("it", "Non esiste")):
        done = sparring("grade", "shortest-paht", str(REFERENCE), "--lang", language)
        assert done.returncode == 2
        assert word in done.stderr.replace("\n", " ")
        assert "shortest-path" in done.stderr
    assert sparring("grade", "shortest-path", str(tmp_path / "nothing.py")).returncode == 2
    assert sparring("frobnicate").returncode == 2
    assert sparring("list", "--lang", "de").returncode == 2


def test_a_text_is_graded_and_nonsense_is_not_praised(data, tmp_path):
    model = ROOT / "packs" / "core" / "exercises" / "explain" / "gc-when-invoked"
    for language in ("en", "it"):
        code, verdict = graded("gc-when-invoked", str(model / f"answer.{language}.md"), "--lang", language)
        assert code == 0, verdict["summary"]
        judged = [finding["evidence"] for finding in verdict["findings"] if finding["ok"] is not None]
        spoken = [evidence["spans"] for evidence in judged if evidence["type"] == "passage"]
        assert spoken
        assert all(spoken)
    for nonsense in ("I don't know.", "gc gc gc memory cycle threshold generation", "Banana."):
        code, verdict = graded("gc-when-invoked", "-", stdin=nonsense.encode())
        assert code == 1
        assert verdict["score"] == 0


def test_a_folder_that_cannot_be_written_is_said_and_the_answer_still_judged(data, tmp_path, monkeypatch):
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    monkeypatch.setenv("SPARRING_DATA", str(blocked / "data"))
    done = sparring("grade", "shortest-path", str(REFERENCE), "--json")
    assert done.returncode == 0
    assert json.loads(done.stdout)["attempt"] is None
    assert "SPARRING_DATA" in done.stderr
    done = sparring("interview", "start")
    assert done.returncode == 3
    assert "SPARRING_DATA" in done.stderr


def test_a_damaged_database_is_named_and_left_alone(data):
    (data / "sparring.sqlite3").write_bytes(b"this is no database" * 100)
    done = sparring("interview", "list")
    assert done.returncode == 3
    assert "sparring.sqlite3" in done.stderr.replace("\n", "")
    assert (data / "sparring.sqlite3").read_bytes().startswith(b"this is no database")


def test_a_database_of_a_newer_program_is_left_alone(data):
    assert sparring("interview", "list").returncode == 0
    with closing(sqlite3.connect(data / "sparring.sqlite3")) as database, database:
        database.execute("INSERT INTO django_migrations (app, name, applied) VALUES ('records', '0999_future', '2030-01-01')")
    done = sparring("today", "--json")
    assert done.returncode == 3
    assert "newer Sparring" in json.loads(done.stdout)["error"]


def test_doctor_says_what_there_is(data):
    found = json.loads(sparring("doctor", "--json").stdout)
    exact = next(engine for engine in found["engines"] if engine["name"] == "exact")
    assert exact["available"]
    assert exact["id"]
    assert exact["protections"]
    assert found["folders"]["data"] == str(data)


def test_a_new_pack_passes_its_check(data, tmp_path):
    target = tmp_path / "mine"
    assert sparring("pack", "new", str(target)).returncode == 0
    done = sparring("pack", "check", str(target), "--json")
    assert done.returncode == 0, done.stdout
    found = json.loads(done.stdout)
    assert found["ok"]
    assert [exercise["ok"] for exercise in found["exercises"]] == [True] * 3
    assert sparring("pack", "new", str(target)).returncode == 2


def test_a_bad_pack_lists_every_problem(data, tmp_path):
    target = tmp_path / "mine"
    sparring("pack", "new", str(target))
    (target / "exercises/solve/double-all/reference.py").write_text("def double_all(numbers): return numbers\n")
    (target / "exercises/predict/two-names/exercise.toml").write_text('kind = "predict"\nlevle = "mid"\n[title]\nen = "x"\n')
    done = sparring("pack", "check", str(target), "--json")
    assert done.returncode == 1
    found = json.loads(done.stdout)
    problems = {exercise["id"]: exercise["problems"] for exercise in found["exercises"]}
    assert problems["mine:why-tests"] == []
    assert "double_all" not in problems["mine:two-names"][0]["message"]
    assert problems["mine:two-names"][0]["field"] == "levle"
    assert problems["mine:two-names"][0]["line"] == 2
    assert problems["mine:double-all"][0]["file"].endswith("reference.py")


def test_a_read_only_data_folder_loses_no_verdict(data, tmp_path):
    if os.geteuid() == 0:
        pytest.skip("root writes everywhere")
    (data / "sparring.sqlite3").unlink()
    data.chmod(stat.S_IRUSR | stat.S_IXUSR)
    done = sparring("grade", "shortest-path", str(REFERENCE))
    assert done.returncode == 0


SORTS = """
def bubble(items):
    items = list(items)
    for i in range(len(items)):
        for j in range(len(items) - 1 - i):
            if items[j] > items[j + 1]:
                items[j], items[j + 1] = items[j + 1], items[j]
    return items


def total(items):
    return sum(item for item in items)


def backwards(n):
    return (list(range(n, 0, -1)),)
"""


def test_growth_works_for_anyones_function(data, tmp_path):
    path = tmp_path / "sorts.py"
    path.write_text(SORTS)
    for name, expected in (("bubble", "n^2"), ("total", "n")):
        done = sparring("growth", f"{path}:{name}", "--input", f"{path}:backwards", "--claim", "linear", "--json")
        assert done.returncode == 0, done.stderr
        found = json.loads(done.stdout)
        assert found["time"]["class"] == expected
        assert len(found["time"]["sizes"]) == len(found["time"]["instructions"])
        assert found["claim"]["agrees"] is (expected == "n")
    assert sparring("growth", str(path), "--input", "x").returncode == 2
    missing = sparring("growth", f"{path}:nothing", "--input", f"{path}:backwards", "--json")
    assert missing.returncode == 2
    assert "nothing" in json.loads(missing.stdout)["error"]


def test_no_input_at_the_first_question_ends_quietly(data):
    done = sparring("interview")
    assert done.returncode == 0
    assert "Traceback" not in done.stderr


def test_what_breaks_on_our_side_is_said_so(data, monkeypatch, tmp_path):
    monkeypatch.setenv("SPARRING_PACKS", str(tmp_path / "nowhere" / chr(0x27)))
    monkeypatch.setenv("SPARRING_DATABASE", "/proc/nothing/here.sqlite3")
    done = sparring("interview", "list", "--json")
    assert done.returncode == 3
    assert json.loads(done.stdout)["code"] == 3


def test_the_proof_of_an_explanation_is_stepped_through_in_the_lab(data):
    shown = sparring("reveal", "gc-when-invoked")
    assert "sparring lab gc-when-invoked" in shown.stdout
    assert "sparring lab birth-of-a-class --line" in sparring("reveal", "birth-of-a-class").stdout
    step = json.loads(sparring("lab", "gc-when-invoked", "--step", "2", "--json").stdout)
    assert len(step["steps"]) == 1
    assert step["count"] > 1000


def test_a_graded_file_says_that_it_counts_and_how_it_would_not(data):
    said = b"When allocated containers minus freed ones exceed a threshold, the collector looks for reference cycles and frees them."
    kept, left = (sparring("grade", "gc-when-invoked", "-", *flag, stdin=said).stdout for flag in ((), ("--no-store",)))
    assert "This counts for your progress" in kept
    assert "`--no-store` keeps it out" in kept
    assert "This counts" not in left


def test_what_stands_is_told_at_a_terminal_while_the_rest_is_measured(monkeypatch):
    found = (Finding("correctness", True, Message("solve.all-cases-pass", {"count": 17}), Logged({})),)
    for terminal in (True, False):
        monkeypatch.setattr(verdicts, "err", Console(file=(shown := io.StringIO()), force_terminal=terminal))
        verdicts.early(words("en"))(found)
        assert ("What it costs is being measured" in shown.getvalue()) is terminal
        assert ("17" in shown.getvalue()) is terminal
