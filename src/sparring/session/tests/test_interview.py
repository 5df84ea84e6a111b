from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from sparring.core.problem import UsageError
from sparring.session.interview import fold, planned, require_running

START = datetime(2026, 1, 1, 9, tzinfo=UTC)


@dataclass
class Happened:
    seq: int
    at: datetime
    what: str
    data: dict[str, Any] = field(default_factory=dict)


def after(*steps: tuple[float, str, dict[str, Any]]):
    events = [Happened(seq, START + timedelta(seconds=second), what, data) for seq, (second, what, data) in enumerate(steps)]
    return fold(planned([{"exercise": "a", "minutes": 5}, {"exercise": "b", "minutes": 5}]), events)


def at(second: float) -> datetime:
    return START + timedelta(seconds=second)


def test_the_clock_stops_while_paused():
    state = after((0, "started", {}), (60, "paused", {}), (1000, "resumed", {}), (1010, "noted", {"text": "x"}))
    assert state.clock(at(1030)) == 90
    assert state.notes == ("x",)


def test_after_a_kill_the_clock_stopped_when_it_was_last_seen_alive():
    state = after((0, "started", {}), (10, "opened", {"round": 0}), (5000, "resumed", {"until": at(30).isoformat()}))
    assert state.clock(at(5000)) == 30
    assert state.round_seconds(at(5001)) == 21


def test_a_round_goes_through_hints_runs_submissions_and_follow_ups():
    state = after(
        (0, "started", {}),
        (1, "opened", {"round": 0}),
        (2, "hinted", {"round": 0}),
        (3, "ran", {"round": 0, "passed": False}),
        (4, "submitted", {"round": 0, "attempt": "u", "passed": False, "counts": False}),
        (5, "submitted", {"round": 0, "attempt": "x", "passed": True}),
        (5, "asked", {"round": 0, "text": {"en": "why?"}}),
        (6, "replied", {"round": 0, "text": "because"}),
        (7, "closed", {"round": 0}),
    )
    first = state.rounds[0]
    assert (first.hints, first.runs, first.submissions, first.attempt, first.passed) == (1, 1, ("x",), "x", True)
    assert first.follow_ups[0].reply == "because"
    assert first.pending is None
    assert state.position == 1
    assert (first.opened, first.closed) == (1, 7)


ONE_BY_ONE = (
    (0, "started", {}),
    (1, "submitted", {"round": 0, "attempt": "x", "passed": False}),
    (1, "asked", {"round": 0, "text": {"en": "why?"}}),
    (1, "asked", {"round": 0, "text": {"en": "and how?"}}),
)


def asked(state) -> list[tuple[str, str | None]]:
    return [(each.text["en"], each.reply) for each in state.rounds[0].asked]


def test_a_follow_up_behind_the_one_that_waits_was_not_asked():
    left = after(*ONE_BY_ONE, (9, "closed", {"round": 0}), (9, "opened", {"round": 1}))
    assert asked(left) == [("why?", None)]
    assert [mark.what for mark in left.marks] == ["started", "submitted", "asked", "closed", "opened"]
    assert [mark.seq for mark in left.marks] == [0, 1, 2, 4, 5]


def test_the_next_follow_up_is_asked_when_the_first_is_replied_to():
    state = after(*ONE_BY_ONE, (5, "replied", {"round": 0, "text": ""}), (9, "closed", {"round": 0}))
    assert asked(state) == [("why?", ""), ("and how?", None)]
    assert [(mark.seconds, mark.what) for mark in state.marks[2:]] == [(1, "asked"), (5, "replied"), (5, "asked"), (9, "closed")]


def test_finished_and_paused_interviews_take_nothing():
    with pytest.raises(UsageError):
        require_running(after((0, "started", {}), (1, "finished", {})))
    with pytest.raises(UsageError):
        require_running(after((0, "started", {}), (1, "paused", {})))
    with pytest.raises(UsageError):
        require_running(after((0, "started", {}), (1, "skipped", {"round": 0}), (1, "skipped", {"round": 1})))


def test_a_skipped_round_stays_unanswered():
    state = after((0, "started", {}), (0, "opened", {"round": 0}), (9, "skipped", {"round": 0}))
    assert state.rounds[0].skipped
    assert state.rounds[0].attempt is None
    assert state.current is not None
    assert state.current.exercise == "b"


def test_an_unknown_event_is_an_error():
    with pytest.raises(ValueError, match="unknown event"):
        after((0, "exploded", {}))
