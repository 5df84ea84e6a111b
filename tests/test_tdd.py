"""Requirements one by one: every run is recorded by the program, wherever it is made, and stays through a kill; a log that a file tells is run again and earns no level."""

import json
import os
import shutil
import signal

import pytest

from sparring.config.embedded import open_app
from sparring.core.answer import Raw
from sparring.core.problem import UsageError
from sparring.usecases import desk, interviews, practice, steps
from tests.conftest import ROOT
from tests.terminal import Terminal, ready, sparring

SAMPLES = ROOT / "src/sparring/kinds/tdd/samples"
ONE = 'import pytest\n\nfrom badge import initials\n\n\ndef test_one():\n    assert initials("ada") == "A"\n'
TWO = ONE + '\n\ndef test_two():\n    assert initials("ada king") == "AK"\n'
THREE = TWO + "\n\ndef test_nobody():\n    with pytest.raises(ValueError):\n        initials('')\n"
STARTER, *STEPS = [
    (SAMPLES / f"exercise/{name}.py").read_text() for name in ("starter", "steps/one-name", "steps/more-names", "steps/nobody")
]
GOOD = [(STARTER, ONE), (STEPS[0], ONE), (STEPS[0], TWO), (STEPS[1], TWO), (STEPS[1], THREE), (STEPS[2], THREE)]
PLAN = 'role = "backend"\nlevel = "junior"\ntitle.en = "Pair"\ntitle.it = "In coppia"\n\n[[rounds]]\nkind = "tdd"\nminutes = 20\n'


@pytest.fixture(scope="module")
def packs(tmp_path_factory):
    core = tmp_path_factory.mktemp("packs") / "core"
    shutil.copytree(SAMPLES / "exercise", core / "exercises/tdd/badge")
    (core / "pack.toml").write_text('id = "core"\nversion = "1"\nlanguages = ["en", "it"]\n\n[title]\nen = "Small"\nit = "Piccolo"\n')
    (core / "topics.toml").write_text('[[topics]]\nid = "testing"\nrows = ["4"]\ntitle.en = "Testing"\ntitle.it = "Test"\n')
    (core / "interviews").mkdir()
    (core / "interviews/pair.toml").write_text(PLAN)
    return core.parent


@pytest.fixture
def app(packs, tmp_path, monkeypatch):
    monkeypatch.setenv("SPARRING_PACKS", str(packs))
    monkeypatch.setenv("SPARRING_DATA", str(tmp_path / "data"))
    program = open_app(workers=1)
    yield program
    program.close()


def raw(run: tuple[str, str]) -> Raw:
    return Raw({"badge.py": run[0].encode(), "test_badge.py": run[1].encode()})


def states(found) -> list[str]:
    return [state for _, state in found.texts]


@pytest.mark.django_db(transaction=True)
def test_on_the_desk_each_requirement_appears_when_the_one_before_is_done(app):
    exercise = app.exercise("badge")
    assert states(desk.asked(app, exercise)) == ["now"]
    shown = []
    for run in GOOD:
        result = desk.run(app, exercise, raw(run))
        assert result.run
        shown.append(len(desk.asked(app, exercise).texts))
    assert shown == [1, 2, 2, 3, 3, 3]
    assert desk.asked(app, exercise).now == 3
    desk.run(app, exercise, raw(GOOD[-1]))
    assert sum(entry.what == "run" for entry in desk.log_of(app, exercise)) == 6, "what was run already is no step"
    graded = desk.hand_in(app, exercise, raw(GOOD[-1]), "k")
    first = next(finding for finding in graded.verdict.findings if finding.criterion == "red-first")
    assert graded.verdict.passed
    assert (first.message.params["driven"], first.level, first.evidence.recorded) == (3, 4, True)
    assert states(desk.asked(app, exercise)) == ["now"], "the next time begins from the start"
    kept = app.records.attempt("k").answer.log
    assert [entry.what for entry in kept] == ["opened", *["run"] * 6]


@pytest.mark.django_db(transaction=True)
def test_a_requirement_can_be_left_and_then_nothing(app):
    exercise = app.exercise("badge")
    for _ in range(3):
        desk.skip(app, exercise)
    assert states(desk.asked(app, exercise)) == ["skipped"] * 3
    with pytest.raises(UsageError):
        desk.skip(app, exercise)
    assert not desk.hand_in(app, exercise, raw((STEPS[2], THREE)), "k").verdict.passed


@pytest.mark.django_db(transaction=True)
def test_no_fault_of_a_requirement_that_has_not_appeared_is_named(app):
    exercise = app.exercise("badge")
    desk.run(app, exercise, raw(GOOD[0]))
    empty = 'from badge import initials\n\n\ndef test_it_is_there():\n    assert initials("A") == "A"\n'
    verdict = desk.hand_in(app, exercise, raw((STEPS[0], empty)), "early").verdict
    found = next(finding for finding in verdict.findings if finding.criterion == "variants").evidence
    assert [row.story.en for row in found.survived] == ["The letters stay as they were typed."]
    assert found.total == 1, "a badge for nobody has not been asked for"
    assert not any(row.diff for row in found.survived), "the last step's code does what is asked later"


@pytest.mark.django_db(transaction=True)
def test_it_is_said_before_the_log_is_full_and_when_it_is(app, monkeypatch):
    monkeypatch.setattr(steps, "MOST_RUNS", 3)
    monkeypatch.setattr(steps, "TOLD_FROM", 2)
    exercise = app.exercise("badge")
    told = []
    for run in GOOD[:4]:
        findings = desk.run(app, exercise, raw(run)).verdict.findings
        told.append([(each.message.id, each.message.params.get("count")) for each in findings if each.criterion == "runs-left"])
    assert told == [[], [("steps.few-left", 1)], [("steps.full", None)], [("steps.full", None)]]
    assert sum(entry.what == "run" for entry in desk.log_of(app, exercise)) == 3


@pytest.mark.django_db(transaction=True)
def test_tests_written_last_are_seen_and_nothing_recorded_is_not_judged(app):
    exercise = app.exercise("badge")
    desk.run(app, exercise, raw((STEPS[2], ONE)))
    last = desk.hand_in(app, exercise, raw((STEPS[2], THREE)), "last").verdict
    assert last.summary.id == "tdd.summary-last"
    unseen = practice.grade(app, exercise, raw((STEPS[2], THREE)), store=False).verdict
    assert unseen.summary.id == "tdd.summary-unseen"
    assert not unseen.passed


@pytest.mark.django_db(transaction=True)
def test_an_interview_keeps_its_runs_as_events(app):
    interview = interviews.start(app, "pair")
    for run in GOOD[:2]:
        interview.try_out(raw(run))
    assert states(interview.asked) == ["done", "now"]
    interview = interviews.opened(app, interview.id)
    interview.resume()
    assert states(interview.asked) == ["done", "now"], "after a restart"
    interview.pass_over()
    for run in GOOD[4:]:
        interview.try_out(raw(run))
    verdict = interview.submit(raw(GOOD[-1])).verdict
    timeline = next(finding.evidence for finding in verdict.findings if finding.criterion == "red-first")
    assert [row.phase for row in timeline.rows][:3] == ["red", "green", "left"]
    assert timeline.recorded


def test_a_session_that_a_file_tells_does_not_pass_and_earns_no_level(app, tmp_path):
    done = sparring("grade", "badge", str(SAMPLES / "correct.runs"), "--json")
    found = json.loads(done.stdout)
    assert (done.returncode, found["passed"], found["outcome"], found["score"]) == (1, False, "partial", 0.55)
    timeline = next(finding["evidence"] for finding in found["findings"] if finding["criterion"] == "red-first")
    assert not timeline["recorded"]
    assert next(finding for finding in found["findings"] if finding["criterion"] == "log")["message"].startswith(
        "This session was told by a file"
    )


def test_watch_records_every_save_and_a_kill_loses_none(app, tmp_path):
    folder = tmp_path / "ws"
    assert sparring("open", "badge", "--in", str(folder)).returncode == 0
    assert "asked now" in (folder / "README.md").read_text()
    (folder / "test_badge.py").write_text(ONE)
    watcher = ready().start(("watch", str(folder), "--json"))
    try:
        lines = iter(watcher.stdout.readline, b"")
        assert _until(lines, "asked")["now"] == 1
        (folder / "badge.py").write_text(STEPS[0])
        assert _until(lines, "asked")["now"] == 2
        os.killpg(watcher.pid, signal.SIGKILL)
        watcher.wait()
    finally:
        watcher.stdin.close()
        watcher.stdout.close()
    assert "ada king" in (folder / "README.md").read_text(), "the next requirement is in the README"
    left = json.loads(sparring("skip", str(folder), "--json").stdout)
    assert [each["state"] for each in left["asked"]] == ["done", "skipped", "now"]
    done = json.loads(sparring("submit", str(folder), "--json").stdout)
    timeline = next(finding["evidence"] for finding in done["findings"] if finding["criterion"] == "red-first")
    assert [row["phase"] for row in timeline["rows"]] == ["red", "green", "left"]
    assert timeline["recorded"]


def test_in_a_terminal_interview_a_kill_leaves_what_was_reached(app, tmp_path):
    with Terminal("interview", "start", "pair") as table:
        shown = table.read()
        assert "Requirement 1 of 3" in shown
        folder = next((tmp_path / "data/workspaces").glob("*/1-badge"))
        assert {path.name for path in folder.glob("*.py")} == {"badge.py", "test_badge.py"}
        (folder / "test_badge.py").write_text(ONE)
        assert "red for the right reason" in " ".join(table.type("run").split())
        (folder / "badge.py").write_text(STEPS[0])
        assert "Requirement 2 of 3" in table.type("run")
        table.kill()
    with Terminal("interview", "resume") as table:
        assert "Requirement 2 of 3" in table.read()
        assert "Requirement 3 of 3" in table.type("pass")
        table.type("submit")
        table.type("pause")


def _until(lines, event: str) -> dict:
    return next(told for line in lines if (told := json.loads(line))["event"] == event)


def test_skip_where_nothing_appears_one_by_one(data, tmp_path):
    assert sparring("open", "lru-cache", "--in", str(tmp_path / "ws")).returncode == 0
    assert sparring("skip", str(tmp_path / "ws")).returncode == 2


def test_the_files_that_tell_a_session_are_read_from_a_folder(app, tmp_path):
    folder = tmp_path / "answer"
    folder.mkdir()
    shutil.copy(SAMPLES / "correct.runs", folder)
    (folder / "badge.py").write_text(STEPS[2])
    (folder / "test_badge.py").write_text(THREE)
    assert json.loads(sparring("grade", "badge", str(folder), "--json", "--no-store").stdout)["score"] == 0.55
    (folder / "correct.runs").write_text("nothing")
    assert sparring("grade", "badge", str(folder), "--json", "--no-store").returncode == 1
