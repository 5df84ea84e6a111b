import os
import signal
from contextlib import closing
from random import Random

import pytest

from sparring.core.answer import Answer, Raw
from sparring.core.clock import FakeClock
from sparring.core.problem import JudgeError
from sparring.core.text import Message
from sparring.core.verdict import Outcome, Status, exit_code
from sparring.sandbox.exact import ExactPool
from sparring.sandbox.fake import FakeSandbox
from sparring.usecases import desk, interviews, practice
from sparring.usecases.app import App

pytestmark = pytest.mark.django_db(transaction=True)


class Broken(FakeSandbox):
    """An engine that fails us."""

    def run(self, job):
        raise JudgeError(Message("sandbox.worker-died"))


@pytest.fixture
def app(tmp_path, kept):
    from pathlib import Path

    core = Path(__file__).parents[4] / "packs" / "core"
    numbers = iter(range(1000))
    return App(
        packs=(core,),
        cache=kept,
        data=tmp_path,
        clock=FakeClock(),
        random=Random(1),
        sandbox=FakeSandbox(),
        new_id=lambda: f"id{next(numbers)}",
    )


GOOD = Raw({"text.md": b"A class is an instance of its metaclass, and the metaclass runs once, when the class statement is executed."})


def test_handed_in_twice_is_judged_once(app):
    exercise = app.exercise("metaclasses-what")
    first = practice.grade(app, exercise, GOOD, key="same")
    second = practice.grade(app, exercise, GOOD, key="same")
    assert second.verdict == first.verdict
    assert len(app.records.latest()) == 1


def test_a_key_answers_for_one_answer_alone(app):
    from sparring.records.values import ConflictError

    exercise = app.exercise("metaclasses-what")
    practice.grade(app, exercise, GOOD, key="same")
    with pytest.raises(ConflictError):
        practice.grade(app, exercise, Raw({"text.md": b"Something else entirely, which nobody will read at all."}), key="same")
    assert len(app.records.latest()) == 1


def test_what_was_accepted_before_a_kill_is_judged_after_it(app):
    exercise = app.exercise("metaclasses-what")
    read = app.kind(exercise).read(exercise, GOOD)
    assert isinstance(read, Answer)
    app.records.accept("k", read, {}, app.clock.now())
    assert app.records.attempt("k") is None
    assert practice.finish_waiting(app) == 1
    assert app.records.attempt("k") is not None
    assert practice.finish_waiting(app) == 0


def test_our_failure_never_counts(app):
    app.sandbox = Broken()
    result = practice.grade(app, app.exercise("shortest-path"), Raw({"a.py": b"x = 1"}))
    assert (result.verdict.outcome, result.verdict.status) == (Outcome.UNGRADED, Status.INTERNAL)
    assert not result.verdict.counts
    assert result.follow_ups == ()


@pytest.mark.skipif(os.name != "posix", reason="stops a process by a signal")
def test_a_machine_without_a_core_to_spare_is_our_failure_and_the_same_answer_is_judged_when_it_has_one(app, kept):
    exercise = app.exercise("create-once")
    answer = Raw({"solution.py": (app.packs[0] / "exercises/solve/create-once/reference.py").read_bytes()})
    with closing(ExactPool(kept, workers=1, watchdog=0.1)) as app.sandbox:
        app.sandbox.warm()
        os.kill(*app.sandbox.pids(), signal.SIGSTOP)  # from now on it gets no processor at all
        starved = practice.grade(app, exercise, answer).verdict
        assert (starved.outcome, exit_code(starved), starved.summary.id) == (Outcome.UNGRADED, 3, "sandbox.watchdog")
        assert not starved.counts
        app.sandbox._watchdog_seconds = 60
        assert practice.grade(app, exercise, answer).verdict.passed


def test_a_crash_of_the_kind_is_our_failure_too(app, monkeypatch):
    kind = app.kind(app.exercise("shortest-path"))
    monkeypatch.setattr(type(kind), "grade", lambda *_: 1 / 0)
    result = practice.grade(app, app.exercise("shortest-path"), Raw({"a.py": b"x = 1"}))
    assert result.verdict.outcome is Outcome.UNGRADED
    assert "ZeroDivisionError" in result.verdict.findings[0].evidence.what


def test_two_windows_on_one_interview_conflict_and_lose_nothing(app):
    from sparring.records.values import ConflictError

    one = interviews.start(app)
    two = interviews.opened(app, one.id)
    one.note("first")
    with pytest.raises(ConflictError):
        two.note("second")
    assert interviews.opened(app, one.id).state.notes == ("first",)


def test_an_interview_keeps_the_exercises_it_began_with(app):
    interview = interviews.start(app)
    before = interview.exercise(0)
    app.__dict__["library"] = type(app.library)(())
    assert interviews.opened(app, interview.id).exercise(0).content_hash == before.content_hash


def test_an_answer_judged_but_not_noted_before_a_kill_is_noted_with_its_follow_ups(app):
    interview = interviews.start(app)
    exercise = interview.exercise()  # whichever is drawn: an answer to another question would not count
    answer = Raw({exercise.slots[0].file: exercise.reveal[0].body.en.encode()})
    assert practice.grade(app, exercise, answer, key="lost", context={"interview": interview.id, "round": 0}).verdict.counts
    again = interviews.opened(app, interview.id)
    assert again.state.rounds[0].attempt is None
    interviews.recover(app, again)
    assert again.state.rounds[0].attempt == "lost"
    asked = len(again.state.rounds[0].follow_ups)
    interviews.recover(app, again)
    assert len(again.state.rounds[0].follow_ups) == asked


def test_our_failure_is_told_in_words_never_as_the_program_writes_it(app):
    app.sandbox = Broken()
    verdict = practice.try_out(app, app.exercise("shortest-path"), Raw({"solution.py": b"def shortest_path(*a): return 1"})).verdict
    assert verdict.status is Status.INTERNAL
    assert verdict.summary == verdict.findings[0].message == Message("sandbox.worker-died")
    assert "Message(" not in verdict.findings[0].evidence.what


OTHER = Raw({"text.md": b"A metaclass is the class of a class: it decides how the class statement makes the class."})


def test_the_same_file_judged_again_counts_once(app):
    exercise = app.exercise("metaclasses-what")
    first = desk.grade_elsewhere(app, exercise, GOOD)
    again = desk.grade_elsewhere(app, exercise, GOOD)
    assert (again.attempt, again.verdict.outcome) == (first.attempt, first.verdict.outcome)
    assert len(app.records.latest()) == 1


def test_another_answer_and_the_same_one_after_a_night_count(app):
    exercise = app.exercise("metaclasses-what")
    for raw in (GOOD, OTHER, GOOD):
        desk.grade_elsewhere(app, exercise, raw)
    assert len(app.records.latest()) == 3
    app.clock.advance(hours=13)
    desk.grade_elsewhere(app, exercise, GOOD)
    assert len(app.records.latest()) == 4
