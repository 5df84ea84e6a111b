from pathlib import Path
from shutil import copytree

import pytest

from sparring.core.answer import Answer, Raw
from sparring.core.codec import dump, load
from sparring.core.evidence import Schedule
from sparring.core.exercise import Exercise
from sparring.core.text import Text
from sparring.core.verdict import Verdict
from sparring.kinds.kind import Folder
from sparring.kinds.plan import KIND

SAMPLES = Path(__file__).parents[1] / "samples"
GOOD = (SAMPLES / "correct.md").read_text()


@pytest.fixture(scope="module")
def exercise():
    found = KIND.load(Folder(SAMPLES / "exercise", "samples:plan"))
    assert isinstance(found, Exercise), found
    return found


def graded(exercise, text, language="en"):
    answer = KIND.read(exercise, Raw({"answer.md": text.encode()}, language))
    assert isinstance(answer, Answer), answer
    return KIND.grade(exercise, answer, None)


def failed(verdict):
    return {finding.criterion for finding in verdict.findings if finding.ok is False}


def test_a_heading_less_text_is_the_split(exercise):
    verdict = graded(exercise, "Write the endpoint, write the tests, code review by somebody else.")
    assert {finding.criterion for finding in verdict.findings if finding.ok} >= {"split:endpoint", "split:tests", "split:review"}
    assert not verdict.passed


def test_each_file_is_its_part(exercise):
    files = {"plan.txt": b"api: anna, 1\n", "tasks.md": b"Write the endpoint.\n"}
    answer = KIND.read(exercise, Raw(files))
    assert isinstance(answer, Answer)
    assert answer.prose("plan").text == "api: anna, 1"
    assert answer.prose("defence").text == ""


@pytest.mark.parametrize(
    ("change", "criterion"),
    [
        (("review: bruno, 2.5", "review: anna, 3"), "own-review"),
        (("tests: anna, 2.5", "tests: anna, 1"), "broken-fs"),
        (("tests: anna, 2.5", "tests:"), "no-time-for-test"),
        (("deploy: anna, 3\n", "deploy: anna, 30\n"), "late"),
        (("deploy: anna, 3\n", "deploy: anna, 2.5\n"), "overload"),
    ],
)
def test_each_fault_is_named_in_both_languages_with_its_schedule(exercise, change, criterion):
    verdict = graded(exercise, GOOD.replace(*change, 1))
    finding = next(one for one in verdict.findings if one.criterion == criterion)
    assert finding.ok is False
    assert isinstance(finding.message, Text)
    assert finding.message.en != finding.message.it
    assert isinstance(finding.evidence, Schedule)
    assert finding.evidence.remedy
    assert any(bar.marked for bar in finding.evidence.bars) is (criterion != "no-time-for-test"), "what has no time has no bar"


def test_what_happened_before_the_event_stays_and_the_grown_task_moves_the_rest(exercise):
    lazy = GOOD.split("# replan")[0] + "# replan\ndeploy: anna, 3\n"
    verdict = graded(exercise, lazy)
    assert "event:broken-fs" in failed(verdict)
    assert not verdict.passed
    assert "event:feasible" not in failed(graded(exercise, GOOD))


def test_the_board_shows_history_after_the_event(exercise):
    plan = "api: anna, 1\ntests: anna, 2.5\nreview: bruno, 2.5\ndeploy: anna, 3\n"
    first = KIND.board(exercise, "plan", {"plan": plan}, "it")
    assert first.project.by_id["tests"].title == "Test"
    assert first.done == {}
    after = KIND.board(exercise, "replan", {"plan": plan, "replan": "tests: bruno, 4"}, "en")
    assert set(after.done) == {"api"}
    assert after.done["api"].hours == 8 + 2 * 4
    assert after.project.plan["tests"].person == "bruno"
    assert all(place.start >= after.now for place in after.project.plan.values())


def test_a_verdict_is_stored_and_read_again(exercise):
    verdict = graded(exercise, GOOD)
    assert load(Verdict, dump(verdict)) == verdict


def test_italian_answers_are_read(exercise):
    verdict = graded(
        exercise, "# tasks\nScrivere l'endpoint.\nScrivere i test, perché servono.\nLa code review di un'altra persona.\n", "it"
    )
    assert not failed(verdict) & {"split:endpoint", "split:tests", "split:review"}


@pytest.mark.parametrize(
    "titles", [("# Task", "# Piano", "# Difesa", "# Nuovo piano"), ("## Attività:", "## PIANO", "## Difesa", "## Ripianificazione")]
)
def test_headings_may_be_italian(exercise, titles):
    italian = GOOD
    for name, title in zip(("tasks", "plan", "defence", "replan"), titles, strict=True):
        italian = italian.replace(f"# {name}\n", f"{title}\n")
    assert italian != GOOD
    assert graded(exercise, italian) == graded(exercise, GOOD)


def test_plans_without_words_still_say_what_is_wrong(exercise):
    verdict = graded(exercise, "# plan\napi: bruno, 2\n")
    assert {"feasible", "no-time-for-test", "no-time-for-review", "unplaced"} <= failed(verdict)
    assert verdict.findings


@pytest.mark.parametrize("bad", [b"\xff\xfe\x00plan", b"# plan\napi: zoe, 1\n", b"# plan\napi: anna, never\n", b"", b"x" * 300_000])
def test_what_cannot_be_read_is_asked_again(exercise, bad):
    assert not isinstance(KIND.read(exercise, Raw({"answer.md": bad})), Answer)


def test_a_day_far_away_is_no_crash(exercise):
    assert "never-there" in failed(graded(exercise, GOOD.replace("api: anna, 1", "api: anna, 9999", 1)))


def test_people_and_tasks_go_by_name_or_id_capital_or_small(exercise):
    assert graded(exercise, GOOD.replace("api: anna, 1", "API: Anna, 1")).score == graded(exercise, GOOD).score


@pytest.mark.parametrize(
    ("change", "criterion", "ok"),
    [
        (("api: anna, 1", "api: zoe, 1"), "lines", False),
        (("deploy: anna, 3\n", "deploy: anna, 3\nnothing: anna, 3\n"), "lines", False),
        (("deploy: anna, 3\n", "deploy: anna, 1\ndeploy: anna, 3\n"), "lines", None),
        (("# replan\n", "# replan\napi: bruno, 4\n"), "event:lines", None),
    ],
)
def test_a_line_that_does_not_fit_is_told_and_the_rest_is_judged(exercise, change, criterion, ok):
    verdict = graded(exercise, GOOD.replace(*change, 1))
    assert [one.ok for one in verdict.findings if one.criterion == criterion] == [ok]
    assert any(one.ok for one in verdict.findings if one.criterion.startswith("split:"))
    assert not [one for one in graded(exercise, GOOD).findings if one.criterion.endswith("lines")]


def test_whom_the_prompt_calls_you_is_of_the_team(tmp_path):
    folder = tmp_path / "exercise"
    copytree(SAMPLES / "exercise", folder)
    file = folder / "exercise.toml"
    file.write_text(file.read_text(encoding="utf-8").replace("optimum_hours", 'you = "zoe"\noptimum_hours', 1), encoding="utf-8")
    found = KIND.load(Folder(folder, "samples:plan"))
    assert [(one.field, one.message.id) for one in found] == [("you", "plan.no-you")]
