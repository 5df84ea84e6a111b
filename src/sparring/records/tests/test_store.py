from datetime import UTC, datetime, timedelta

import pytest

from sparring.core.answer import Answer, Code
from sparring.core.evidence import Fault
from sparring.core.exercise import Exercise
from sparring.core.problem import UsageError
from sparring.core.text import Message, Text
from sparring.core.verdict import Finding, Outcome, Status, Verdict
from sparring.records.values import ConflictError, Event

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 1, 1, 9, tzinfo=UTC)
EXERCISE = Exercise("core:x", "solve", Text("x"), Text("x"), (), "mid", 5, (), "hash", None)
ANSWER = Answer("core:x", {"solution": Code({"solution.py": "x = 1"})})


def verdict(score: float) -> Verdict:
    finding = Finding("c", True, Message("m"), Fault("f"))
    return Verdict(Outcome.CORRECT, Status.PASSED, score, True, (finding,), Message("s"), "engine")


@pytest.fixture
def records():
    from sparring.records.store import Records

    return Records("local", NOW)


def test_a_submission_waits_until_it_is_judged_and_is_judged_once(records):
    assert records.accept("k", ANSWER, {}, NOW)
    assert not records.accept("k", ANSWER, {}, NOW)
    assert records.waiting() == [("k", ANSWER)]
    records.judged("k", EXERCISE, "1", verdict(1.0), NOW)
    records.judged("k", EXERCISE, "1", verdict(0.0), NOW)
    assert records.waiting() == []
    stored = records.attempt("k")
    assert stored.verdict == verdict(1.0)
    assert (stored.content_hash, stored.pack_version, stored.answer) == ("hash", "1", ANSWER)


def test_attempts_are_listed_newest_first_and_belong_to_their_learner(records):
    from sparring.records.store import Records

    for number in range(3):
        records.accept(str(number), ANSWER, {}, NOW)
        records.judged(str(number), EXERCISE, "1", verdict(number / 2), NOW + timedelta(minutes=number))
    assert [line.id for line in records.latest()] == ["2", "1", "0"]
    assert Records("other", NOW).latest() == []
    assert Records("other", NOW).attempt("1") is None


def test_marks_are_added_and_never_change_the_verdict(records):
    records.accept("k", ANSWER, {}, NOW)
    records.judged("k", EXERCISE, "1", verdict(1.0), NOW)
    records.mark("k", 0, "candidate", "wrong", NOW)
    records.mark("k", 0, "candidate", "confirmed", NOW)
    assert [mark.value for mark in records.marks("k")] == ["wrong", "confirmed"]
    assert records.attempt("k").verdict == verdict(1.0)
    with pytest.raises(UsageError):
        records.mark("k", 1, "candidate", "wrong", NOW)


def test_the_slower_of_two_writers_gets_a_conflict_and_overwrites_nothing(records):
    records.begin("i", {"rounds": []}, NOW)
    records.append("i", 0, [Event(0, NOW, "started", {})])
    with pytest.raises(ConflictError):
        records.append("i", 0, [Event(0, NOW, "paused", {})])
    with pytest.raises(ValueError, match="without gaps"):
        records.append("i", 1, [Event(2, NOW, "paused", {})])
    assert [event.what for event in records.interview("i").events] == ["started"]


def test_an_interview_remembers_until_when_it_was_alive(records):
    records.begin("i", {}, NOW)
    records.alive("i", NOW + timedelta(seconds=5))
    records.alive("i", NOW)
    assert records.interview("i").alive_at == NOW + timedelta(seconds=5)


def test_drafts_are_numbered(records):
    assert records.draft("d").seq == 0
    assert records.save_draft("d", "one", NOW) == 1
    assert records.save_draft("d", "two", NOW, expected=1) == 2
    with pytest.raises(ConflictError):
        records.save_draft("d", "late", NOW, expected=1)
    assert records.draft("d").text == "two"


def test_a_key_belongs_to_one_exercise(records):
    records.accept("k", ANSWER, {}, NOW)
    other = Answer("core:y", ANSWER.parts)
    with pytest.raises(ConflictError):
        records.accept("k", other, {}, NOW)
