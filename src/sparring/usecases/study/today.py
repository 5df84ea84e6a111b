"""The session of today: composed once a day, continued until it is done, composed anew for other minutes or another plan without losing what is done."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from hashlib import sha256

from sparring.core.problem import UsageError
from sparring.core.text import Message
from sparring.mastery.memory import Grade, Memory, after
from sparring.records.study_values import DayRecord, ReviewRecord
from sparring.session.study import Step, compose
from sparring.usecases.app import App
from sparring.usecases.study.days import MOCK, Shape, ended, interview_day, mock_done, shape, usual_minutes
from sparring.usecases.study.evidence import catch_up
from sparring.usecases.study.items import is_card, studied, today_of
from sparring.usecases.study.offer import offer
from sparring.usecases.study.weights import ground, weights

SKIPPED = "skipped"
MISSED = ("again", "incorrect")
"""What was done, and not known."""
BASIS = "study.basis"
"""The setting that holds what the last session was composed from."""


@dataclass(frozen=True, slots=True)
class Session:
    """Today's session. `done` holds what was answered, by item."""

    day: date
    minutes: int
    steps: tuple[Step, ...]
    done: dict[str, str]

    @property
    def left(self) -> tuple[Step, ...]:
        """What is still to do, in order."""
        return tuple(step for step in self.steps if step.item not in self.done)

    def mark(self, item: str) -> str:
        """What became of a step: `left` (out), `missed` (done, not known), `done`, or '' while it is to do."""
        said = self.done.get(item)
        return "" if said is None else "left" if said == SKIPPED else "missed" if said in MISSED else "done"

    @property
    def minutes_left(self) -> float:
        """Expected minutes of what is left."""
        return sum(step.minutes for step in self.left)


def session(app: App, minutes: int | None = None) -> Session:
    """Today's session. With `minutes`, or after a change of date, usual minutes or advertisements, or once an interview ended, it is composed anew; what is done stays done."""
    catch_up(app)
    day, basis = today_of(app), _basis(app)
    stored = studied(app).day(day)
    if stored and any(step["item"] == MOCK for step in stored.steps) and MOCK not in stored.done and mock_done(app, day):
        studied(app).did(day, {MOCK: "done"})
        stored = studied(app).day(day)
    changed = stored is None or app.records.setting(BASIS) != basis
    if changed or (minutes and stored and stored.minutes != minutes):
        stored = _composed(app, day, minutes, stored)
        app.records.choose(BASIS, basis)
    assert stored is not None
    steps = tuple(Step(**step) for step in stored.steps)
    return Session(day, stored.minutes, steps, dict(stored.done))


def _basis(app: App) -> str:
    """What a session rests on and the candidate can change, by settings or by an interview that ended."""
    on = ground(app)
    until = interview_day(app, on)
    parts = (until.isoformat() if until else "", usual_minutes(app, on), sorted(weights(app, on).items()), ended(app))
    return sha256(repr(parts).encode()).hexdigest()[:16]


def _composed(app: App, day: date, minutes: int | None, earlier: DayRecord | None) -> DayRecord:
    done = dict(earlier.done) if earlier else {}
    today = shape(app) if MOCK not in done else Shape(usual_minutes(app))
    usual = earlier.minutes if earlier and done.get(MOCK, SKIPPED) != SKIPPED else max(1, round(today.minutes))
    wanted = minutes or usual
    kept = [Step(**step) for step in earlier.steps if step["item"] in done] if earlier else []
    spent = sum(step.minutes for step in kept if done[step.item] != SKIPPED)
    fresh = [step for step in compose(offer(app, day, today), wanted - spent, day.toordinal()) if step.item not in done]
    return studied(app).compose(day, wanted, [asdict(step) for step in (*kept, *fresh)], done)


def answered(app: App, item: str, grade: Grade) -> Memory:
    """The candidate's own word on a card: stored, remembered, and the session goes on. UsageError if there is no such card."""
    if not _exists(app, item):
        raise UsageError(Message("study.no-item", {"id": item.removeprefix("core:")[:80]}))
    now, day, records = app.clock.now(), today_of(app), studied(app)
    records.review([ReviewRecord(item, grade, day, now, "button")])
    records.did(day, {item: grade.name.lower()})
    return records.memories([item])[item]


def skipped(app: App, item: str) -> None:
    """Leave a step of today out; it comes back when it is due. Without its mock interview the day is composed anew, as any other."""
    studied(app).did(today_of(app), {item: SKIPPED})
    if item == MOCK:
        app.records.choose(BASIS, "")


def _exists(app: App, item: str) -> bool:
    exercise = app.library.exercises.get(item)
    return studied(app).card(item) is not None if exercise is None else is_card(exercise)


def previews(app: App, item: str) -> dict[Grade, int]:
    """In how many days a card would come back, by what is said of it."""
    day, memory = today_of(app), studied(app).memories([item]).get(item)
    return {grade: (after(memory, grade, day).due - day).days for grade in Grade}


def is_told_apart(coming: Mapping[Grade, int]) -> bool:
    """Whether "again" and "hard" bring a card back on different days; while it is young, FSRS rounds both up to the next one."""
    return coming[Grade.AGAIN] != coming[Grade.HARD]
