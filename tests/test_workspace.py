"""Exercises in one's own editor: the folder, watching it, handing it in; nothing hidden is written to disk."""

import ast
import json
import os
import signal
from pathlib import Path

import pytest

from sparring.config.embedded import open_app
from sparring.kinds.examples import examples
from sparring.usecases import workspace
from sparring.words import words
from tests.conftest import ROOT
from tests.terminal import ready, sparring

CORE = ROOT / "packs" / "core" / "exercises"
SOLUTION = (CORE / "solve/first-at-or-after/reference.py").read_text()


def opened(tmp_path: Path, *more: str, exercise: str = "first-at-or-after") -> Path:
    done = sparring("open", exercise, "--in", str(tmp_path / "work"), *more)
    assert done.returncode == 0, done.stderr
    return tmp_path / "work"


def test_open_writes_what_is_shown_and_keeps_what_was_written(data, tmp_path):
    folder = opened(tmp_path, "--lang", "it")
    assert sorted(path.name for path in folder.iterdir()) == [".sparring.toml", "README.md", "examples_test.py", "solution.py"]
    assert "Ti chiamano" in (folder / "README.md").read_text()
    (folder / "solution.py").write_text("mine = 1\n")
    again = json.loads(sparring("open", "first-at-or-after", "--in", str(folder), "--json").stdout)
    assert again["kept"] == ["solution.py"]
    assert (folder / "solution.py").read_text() == "mine = 1\n"
    opened(tmp_path, "--anew")
    assert "NotImplementedError" in (folder / "solution.py").read_text()


def test_nothing_hidden_is_written(data, tmp_path):
    app = open_app(data=tmp_path / "data")
    said = words("en", ())
    checked = 0
    for exercise in app.library.exercises.values():
        if exercise.kind != "solve":
            continue
        made = workspace.open_workspace(app, exercise, tmp_path / exercise.name, said)
        text = "\n".join(path.read_text() for path in made.folder.iterdir())
        cases = ast.parse((CORE / "solve" / exercise.name / "cases.py").read_text())
        hidden = {case.line for case in exercise.spec.script.cases[3:]} - {case.line for case in exercise.spec.script.cases[:3]}
        for node in cases.body:
            if isinstance(node, ast.FunctionDef) and node.lineno in hidden:
                assert f"def {node.name}(" not in text
        assert exercise.spec.reference not in text
        checked += 1
    assert checked >= 40


def test_examples_hold_what_they_need_and_no_more():
    cases = "import re\nA = 1\nB = 2\n\ndef one():\n    return A\n\ndef two():\n    return B\n\n" + "\n".join(
        f"def test_{n}():\n    assert f({'one()' if n < 3 else 'two()'}) == {n}\n" for n in range(5)
    )
    from sparring.judge.script import parse

    text = examples(cases, parse(cases, {"f"}), "f")["examples_test.py"]
    assert all(shown in text for shown in ("def one", "A = 1", "test_2"))
    assert not any(hidden in text for hidden in ("def two", "B = 2", "test_3", "import re"))


def test_submit_hands_in_and_says_how_it_went(data, tmp_path):
    folder = opened(tmp_path)
    assert sparring("submit", str(folder)).returncode == 1
    (folder / "solution.py").write_text(SOLUTION)
    done = sparring("submit", str(folder), "--json")
    assert done.returncode == 0
    assert json.loads(done.stdout)["attempt"]


@pytest.mark.parametrize("command", ["submit", "watch"])
def test_outside_of_a_workspace(data, tmp_path, command):
    assert sparring(command, str(tmp_path)).returncode == 2


def test_a_folder_with_other_things_is_left_alone(data, tmp_path):
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / "thesis.txt").write_text("three years")
    assert sparring("open", "lru-cache", "--in", str(tmp_path / "work")).returncode == 2
    assert [path.name for path in (tmp_path / "work").iterdir()] == ["thesis.txt"]
    opened(tmp_path / "other")
    assert sparring("open", "lru-cache", "--in", str(tmp_path / "other" / "work")).returncode == 2


def test_watch_judges_at_every_save(data, tmp_path):
    folder = opened(tmp_path)
    watcher = ready().start(("watch", str(folder), "--times", "2", "--json"))
    try:
        events = iter(watcher.stdout.readline, b"")
        first = [json.loads(line) for line in _until_verdict(events)]
        assert first[-1]["outcome"] == "incorrect"
        rows = [row["name"] for finding in first[-1]["findings"] for row in finding["evidence"].get("rows", ())]
        assert 0 < len(rows) < 12, "of the hidden cases only the number is told"
        assert "hidden-cases" in [finding["criterion"] for finding in first[-1]["findings"]]
        saved = folder / "saved.tmp"
        saved.write_text(SOLUTION)
        saved.replace(folder / "solution.py")  # as editors do
        second = [json.loads(line) for line in _until_verdict(events)]
        assert [event["event"] for event in second] == ["findings", "verdict"]
        assert second[-1]["passed"]
        assert watcher.wait(60) == 0
    finally:
        if watcher.poll() is None:
            os.killpg(watcher.pid, signal.SIGKILL)
            watcher.wait()
        watcher.stdin.close()
        watcher.stdout.close()


def _until_verdict(events):
    for line in events:
        yield line
        if json.loads(line)["event"] == "verdict":
            return


def test_where_nothing_can_be_run_nothing_is_judged_while_writing(data, tmp_path):
    assert sparring("watch", str(opened(tmp_path, exercise="gc-when-invoked"))).returncode == 2


def test_where_only_the_first_answer_counts_nothing_is_judged_while_writing(data, tmp_path):
    folder = opened(tmp_path, exercise="shared-default-list")
    assert sparring("watch", str(folder)).returncode == 2
