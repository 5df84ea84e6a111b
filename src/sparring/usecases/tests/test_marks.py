"""The candidate's marks through the use case, on attempts that were really judged."""

from pathlib import Path
from random import Random

import pytest

from sparring.core.answer import Raw
from sparring.core.clock import FakeClock
from sparring.core.marks import Coverage
from sparring.core.problem import UsageError
from sparring.core.verdict import Dimension
from sparring.report.scorecard import PlayedRound, scorecard
from sparring.sandbox.fake import FakeSandbox
from sparring.usecases import desk, marks, practice
from sparring.usecases.app import App

pytestmark = pytest.mark.django_db(transaction=True)
TEXT = Raw({"text.md": b"A class is an instance of its metaclass, and the metaclass runs once, when the class statement is executed."})


@pytest.fixture
def app(tmp_path, kept):
    core = Path(__file__).parents[4] / "packs" / "core"
    return App(packs=(core,), cache=kept, data=tmp_path, clock=FakeClock(), random=Random(1), sandbox=FakeSandbox())


@pytest.fixture
def attempt(app):
    graded = practice.grade(app, app.exercise("metaclasses-what"), TEXT, key="k")
    assert graded.attempt
    return graded.attempt


def number_of(app, attempt, criterion):
    return next(n for n, finding in enumerate(app.records.attempt(attempt).verdict.findings) if finding.criterion == criterion)


def test_both_counts_stand_side_by_side_and_the_last_mark_counts(app, attempt):
    before = app.records.attempt(attempt).verdict
    missed = number_of(app, attempt, "lighter-tools-first")
    assert marks.coverage_of(app, attempt) == Coverage(points=5, machine=2, own=2)
    marks.mark(app, attempt, missed, "said")
    assert marks.coverage_of(app, attempt) == Coverage(points=5, machine=2, own=3)
    assert marks.coverage_message(Coverage(5, 2, 3)).params == {"machine": 2, "own": 3, "points": 5}
    marks.mark(app, attempt, missed, "not-said")
    assert marks.coverage_of(app, attempt) == Coverage(points=5, machine=2, own=2)
    assert app.records.attempt(attempt).verdict == before


@pytest.mark.parametrize(
    ("number", "value", "why"), [(99, "said", "marks.no-finding"), (-1, "said", "marks.no-finding"), (0, "perhaps", "marks.unknown")]
)
def test_what_is_no_mark_is_said_so(app, attempt, number, value, why):
    with pytest.raises(UsageError) as refused:
        marks.mark(app, attempt, number, value)
    assert refused.value.saying.id == why
    assert app.records.marks(attempt) == []


def test_what_was_measured_takes_no_mark(app):
    graded = practice.grade(app, app.exercise("metaclasses-what"), Raw({"text.md": b"I do not know."}), key="k")
    with pytest.raises(UsageError) as refused:
        marks.mark(app, graded.attempt, 0, "said")
    assert refused.value.saying.id == "marks.measured"
    assert marks.coverage_of(app, graded.attempt) is None
    assert marks.coverage_of(app, "nobody") is None


def test_the_scorecard_sends_back_to_what_nobody_heard_unless_it_was_said(app, attempt):
    record, exercise = app.records.attempt(attempt), app.exercise("metaclasses-what")

    def action(said):
        part = PlayedRound(
            kind="explain",
            exercise=exercise.id,
            title=exercise.title,
            minutes=5,
            seconds=60.0,
            verdict=record.verdict,
            attempt=attempt,
            marks=said,
        )
        card = scorecard("i", exercise.title, 60.0, [part])
        assert [score.dimension for score in card.dimensions] == [Dimension.PYTHON_DEPTH]
        return card.next_action

    found = action({})
    assert found is not None
    assert found.message.id == "report.advise-point"
    assert action(dict.fromkeys(range(len(record.verdict.findings)), "said")) is None


def test_marks_go_over_to_the_same_words_judged_once_more(app, attempt):
    missed = number_of(app, attempt, "lighter-tools-first")
    marks.mark(app, attempt, missed, "said")
    again = practice.grade(app, app.exercise("metaclasses-what"), TEXT, key="again").attempt
    marks.carry(app, attempt, again)
    assert marks.latest(app.records.marks(again)) == {number_of(app, again, "lighter-tools-first"): "said"}
    assert marks.coverage_of(app, again) == Coverage(points=5, machine=2, own=3)


def test_marks_made_outside_an_interview_stay_when_the_same_words_come_with_lines_that_show_them(app):
    exercise = app.exercise("metaclasses-what")
    (lines,) = [slot.file for slot in exercise.slots if slot.optional]
    first = desk.hand_in(app, exercise, TEXT, "one").attempt
    missed = number_of(app, first, "lighter-tools-first")
    marks.mark(app, first, missed, "said")
    shown = Raw({**TEXT.files, lines: b"print(type(type))"}, TEXT.language)
    second = desk.hand_in(app, exercise, shown, "two").attempt
    assert second != first
    assert {mark.value for mark in app.records.marks(second)} == {"said"}
    desk.hand_in(app, exercise, shown, "two")
    assert len(app.records.marks(second)) == 1, "sent twice is carried once"
    other = Raw({"text.md": TEXT.files["text.md"] + b" It is rarely needed."}, TEXT.language)
    assert app.records.marks(desk.hand_in(app, exercise, other, "three").attempt) == []
