"""A mock interview as a fold over its events.

Theory of operation. An interview is its plan (a snapshot of the exercises it began with) and a list of events; the state is computed from them and never
stored. Time runs on the session's own clock: the sum of the stretches between `started`/`resumed` and `paused`/`finished`. A program that was killed
writes no `paused`; the next `resumed` then carries `until`, the last moment the interview was seen alive, and the stretch ends there.

Events: started, resumed(until?), paused, opened(round), hinted(round), claimed(round, text), ran(round, passed, files?, reached?), passed-over(round, number),
submitted(round, attempt, outcome, passed, counts), asked(round, text),
replied(round, text), skipped(round), closed(round), noted(text), finished.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Protocol

from sparring.core.answer import LogEntry
from sparring.core.problem import UsageError
from sparring.core.text import Message


class StoredEvent(Protocol):
    """An event as it was stored."""

    @property
    def seq(self) -> int:
        """Its number, from 0 without gaps."""
        ...

    @property
    def at(self) -> datetime:
        """When it happened."""
        ...

    @property
    def what(self) -> str:
        """Its name."""
        ...

    @property
    def data(self) -> Mapping[str, Any]:
        """What it says."""
        ...


@dataclass(frozen=True, slots=True)
class FollowUpState:
    """A follow-up that a verdict brought, and what was replied (None: nothing yet). Which of them were put to the candidate: `RoundState.asked`."""

    text: Mapping[str, str]
    reply: str | None = None


@dataclass(frozen=True, slots=True)
class RoundState:
    """Where a round stands. `opened` and `closed` are seconds on the session's clock; `steps`: what a stepped exercise's log holds of it.

    `attempt` is the last one that counts, `unread` the last one that does not, `unreads` how many did not.
    """

    exercise: str
    minutes: int
    opened: float | None = None
    closed: float | None = None
    hints: int = 0
    runs: int = 0
    claim: str = ""
    submissions: tuple[str, ...] = ()
    attempt: str | None = None
    unread: str | None = None
    unreads: int = 0
    passed: bool = False
    skipped: bool = False
    follow_ups: tuple[FollowUpState, ...] = ()
    steps: tuple[LogEntry, ...] = ()

    @property
    def pending(self) -> FollowUpState | None:
        """The follow-up that waits for a reply."""
        return next((follow_up for follow_up in self.follow_ups if follow_up.reply is None), None)

    @property
    def asked(self) -> tuple[FollowUpState, ...]:
        """The follow-ups that were put to the candidate, one at a time: those that were replied to, and the one that waits or was left."""
        return tuple(each for each in self.follow_ups if each.reply is not None or each is self.pending)


@dataclass(frozen=True, slots=True)
class Moment:
    """What happened `seconds` into the session, while the round at `position` was played; `seq`: the event that tells it."""

    seconds: float
    what: str
    position: int
    seq: int


@dataclass(frozen=True, slots=True)
class InterviewState:
    """Where an interview stands. `elapsed`: seconds on the session's clock up to the last event; `running_since`: None while paused."""

    rounds: tuple[RoundState, ...]
    seq: int = 0
    position: int = 0
    elapsed: float = 0.0
    running_since: datetime | None = None
    finished: bool = False
    notes: tuple[str, ...] = ()
    marks: tuple[Moment, ...] = field(default=())

    @property
    def current(self) -> RoundState | None:
        """The round that is being played; None when all are done."""
        return self.rounds[self.position] if self.position < len(self.rounds) else None

    def clock(self, now: datetime) -> float:
        """Seconds on the session's clock at `now`."""
        running = (now - self.running_since).total_seconds() if self.running_since else 0.0
        return self.elapsed + max(0.0, running)

    def round_seconds(self, now: datetime) -> float:
        """Seconds that the current round has been open."""
        current = self.current
        return self.clock(now) - current.opened if current and current.opened is not None else 0.0


def planned(rounds: Iterable[Mapping[str, Any]]) -> InterviewState:
    """The state before the first event: rounds of `{"exercise", "minutes"}`."""
    return InterviewState(tuple(RoundState(part["exercise"], part["minutes"]) for part in rounds))


def fold(state: InterviewState, events: Iterable[StoredEvent]) -> InterviewState:
    """The state after `events`."""
    for event in events:
        state = _apply(state, event)
    return state


def _apply(state: InterviewState, event: StoredEvent) -> InterviewState:
    until = event.data.get("until")
    at = min(event.at, datetime.fromisoformat(until)) if until else event.at
    elapsed = state.clock(at)
    running: datetime | None = event.at if state.running_since else None
    marks = (*state.marks, *(Moment(elapsed, what, state.position, event.seq) for what in _told(state, event)))
    state = replace(state, elapsed=elapsed, running_since=running, seq=event.seq + 1, marks=marks)
    match event.what:
        case "started" | "resumed":
            return replace(state, running_since=event.at)
        case "paused":
            return replace(state, running_since=None)
        case "finished":
            return replace(state, running_since=None, finished=True)
        case "noted":
            return replace(state, notes=(*state.notes, event.data["text"]))
    return _apply_to_round(state, event)


def _told(state: InterviewState, event: StoredEvent) -> tuple[str, ...]:
    """What an event tells: a follow-up behind one that waits is asked when that one is replied to, if it ever is."""
    if event.what not in ("asked", "replied"):
        return (event.what,)
    part = state.rounds[event.data.get("round", state.position)]
    unanswered = sum(follow_up.reply is None for follow_up in part.follow_ups)
    if event.what == "asked":
        return () if unanswered else ("asked",)
    return ("replied", "asked") if unanswered > 1 else ("replied",)


def _apply_to_round(state: InterviewState, event: StoredEvent) -> InterviewState:
    number = event.data.get("round", state.position)
    changed = _round_after(state.rounds[number], event, state.elapsed)
    rounds = tuple(changed if index == number else part for index, part in enumerate(state.rounds))
    position = number + 1 if event.what in ("closed", "skipped") else state.position
    return replace(state, rounds=rounds, position=max(position, state.position))


def _round_after(part: RoundState, event: StoredEvent, elapsed: float) -> RoundState:
    data = event.data
    match event.what:
        case "opened":
            return replace(part, opened=elapsed)
        case "hinted":
            return replace(part, hints=part.hints + 1)
        case "claimed":
            return replace(part, claim=data["text"])
        case "ran":
            return replace(part, runs=part.runs + 1, steps=(*part.steps, *_steps(event)))
        case "passed-over":
            return replace(part, steps=(*part.steps, *_steps(event)))
        case "submitted":
            counted = data["attempt"] if data.get("counts", True) else part.attempt
            submissions = (*part.submissions, data["attempt"]) if data.get("counts", True) else part.submissions
            unread, unreads = (part.unread, part.unreads) if data.get("counts", True) else (data["attempt"], part.unreads + 1)
            return replace(part, submissions=submissions, attempt=counted, unread=unread, unreads=unreads, passed=bool(data["passed"]))
        case "asked":
            return replace(part, follow_ups=(*part.follow_ups, FollowUpState(data["text"])))
        case "replied":
            answered = replace(part.pending, reply=data["text"]) if part.pending else None
            return replace(part, follow_ups=tuple(answered if f is part.pending and answered else f for f in part.follow_ups))
        case "skipped" | "closed":
            return replace(part, closed=elapsed, skipped=part.skipped or event.what == "skipped")
    raise ValueError(f"unknown event {event.what!r}")


def _steps(event: StoredEvent) -> tuple[LogEntry, ...]:
    """A run whose files were kept, or a requirement that was left, as a step of the answer's log."""
    data = event.data
    if event.what == "passed-over":
        return (LogEntry(event.at, "skip", {"number": int(data["number"])}),)
    return (LogEntry(event.at, "run", {**data["files"], "reached": int(data.get("reached", 0))}),) if data.get("files") else ()


def require_running(state: InterviewState) -> RoundState:
    """The current round; UsageError when the interview is finished or paused."""
    if state.finished or state.current is None:
        raise UsageError(Message("interview.finished"))
    if state.running_since is None:
        raise UsageError(Message("interview.paused"))
    return state.current
