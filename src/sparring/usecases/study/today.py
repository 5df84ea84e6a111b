"""The session of today: composed once a day, continued until it is done, composed anew for other minutes without losing what is done."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta

from sparring.core.problem import UsageError
from sparring.core.text import Message
from sparring.mastery.memory import RETENTION, Grade, Memory, after, recall
from sparring.mastery.policy import ranked
from sparring.mastery.topics import Mastery
from sparring.records.study_values import DayRecord, ReviewRecord
from sparring.session.study import Offer, Step, compose
from sparring.usecases.app import App
from sparring.usecases.profile import profile
from sparring.usecases.study.evidence import catch_up, masteries, priors
from sparring.usecases.study.items import SPOKEN_KINDS, Item, card_exercises, is_card, own_cards, studied, subjects, today_of
from sparring.usecases.study.weights import weights

MINUTES = 35
"""A day's minutes where the candidate named none."""


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

    @property
    def minutes_left(self) -> float:
        """Expected minutes of what is left."""
        return sum(step.minutes for step in self.left)


def session(app: App, minutes: int | None = None) -> Session:
    """Today's session; with `minutes` it is composed anew for that many, what is done staying done."""
    catch_up(app)
    day = today_of(app)
    stored = studied(app).day(day)
    wanted = minutes or (stored.minutes if stored else None) or profile(app).minutes or MINUTES
    if stored is None or stored.minutes != wanted:
        stored = _composed(app, day, wanted, stored)
    return Session(day, stored.minutes, tuple(Step(**step) for step in stored.steps), dict(stored.done))


def _composed(app: App, day: date, minutes: int, earlier: DayRecord | None) -> DayRecord:
    done = dict(earlier.done) if earlier else {}
    kept = [Step(**step) for step in earlier.steps if step["item"] in done] if earlier else []
    spent = sum(step.minutes for step in kept)
    fresh = [step for step in compose(_offer(app, day), minutes - spent, day.toordinal()) if step.item not in done]
    return studied(app).compose(day, minutes, [asdict(step) for step in (*kept, *fresh)], done)


def _offer(app: App, day: date) -> Offer:
    known, heavy = masteries(app), weights(app)
    items = [*card_exercises(app), *own_cards(app, day)]
    cards = _cards(app, items, day)
    spoken = [step for step in cards if _kind(app, step.item) in SPOKEN_KINDS]
    return Offer([step for step in cards if step not in spoken], _exercises(app, known, heavy), spoken, _disguises(app, items, day))


def _kind(app: App, item: str) -> str:
    exercise = app.library.exercises.get(item)
    return exercise.kind if exercise else ""


def _cards(app: App, items: Sequence[Item], day: date) -> list[Step]:
    """Cards in the order of the plan; without a date what is due (least remembered first), then new ones by importance."""
    heavy, left = weights(app), profile(app).days_left(day)
    found = {item.key: item for item in items if item.memory is None or item.memory.last < day}
    if left:
        order = [one.key for one in ranked(subjects(found.values(), heavy, priors(app)), day.toordinal(), day.toordinal() + left)]
    else:
        order = [item.key for item in sorted(found.values(), key=lambda item: _urgency(item, heavy, day)) if _is_due(item, day)]
    return [_step(found[key], "card") for key in order]


def _is_due(item: Item, day: date) -> bool:
    return item.memory is None or item.memory.due <= day


def _urgency(item: Item, heavy: dict[str, float], day: date) -> tuple[bool, float]:
    if item.memory is None:
        return True, -max((heavy.get(topic, 1.0) for topic in item.topics), default=1.0)
    return False, recall(item.memory, day) / RETENTION


def _step(item: Item, what: str) -> Step:
    return Step(item.key, what, item.first_minutes if item.memory is None else item.minutes, item.topic)  # type: ignore[arg-type]


def _exercises(app: App, known: dict[str, Mastery], heavy: dict[str, float]) -> list[Step]:
    """Exercises by need: importance x what is not mastered, of the topic that needs it most; what was passed lately comes later."""
    seen = {one.exercise: one.at for one in reversed(studied(app).latest_answered(app.clock.now() - timedelta(days=21), 500))}

    def need(topics: tuple[str, ...]) -> tuple[float, str]:
        return max(((heavy.get(topic, 1.0) * (1 - known[topic].level), topic) for topic in topics if topic in known), default=(0.0, ""))

    steps = [
        (key in seen, -need(exercise.topics)[0], Step(key, "exercise", float(exercise.minutes), need(exercise.topics)[1]))
        for key, exercise in app.library.exercises.items()
        if not is_card(exercise) and exercise.kind not in SPOKEN_KINDS
    ]
    return [step for _, _, step in sorted(steps, key=lambda entry: entry[:2])]


def _disguises(app: App, items: Sequence[Item], day: date) -> list[Step]:
    """For what went wrong on the last day of study: another item on the same point, the closest first, never the same one again."""
    missed = [
        review.item for review in studied(app).reviews(since=day - timedelta(days=7)) if review.grade is Grade.AGAIN and review.day < day
    ]
    since = app.clock.now() - timedelta(days=7)
    missed += [
        one.exercise for one in studied(app).latest_answered(since, 200) if one.outcome == "incorrect" and one.at.astimezone().date() < day
    ]
    topics = {item.key: item.topics for item in items} | {key: exercise.topics for key, exercise in app.library.exercises.items()}
    steps = {item.key: _step(item, "disguise") for item in items if item.memory is None or item.memory.last < day}
    steps |= {
        key: Step(key, "disguise", float(exercise.minutes), next(iter(exercise.topics), ""))
        for key, exercise in app.library.exercises.items()
        if not is_card(exercise)
    }
    found: list[Step] = []
    for name in dict.fromkeys(reversed(missed)):
        shared = [(len(set(topics.get(name, ())) & set(topics.get(key, ()))), step) for key, step in steps.items() if key not in missed]
        best = max(shared, key=lambda pair: (pair[0], -pair[1].minutes), default=(0, None))
        if best[0] and best[1] is not None:
            found.append(best[1])
    return found


def answered(app: App, item: str, grade: Grade) -> Memory:
    """The candidate's own word on a card: stored, remembered, and the session goes on. UsageError if there is no such card."""
    if not _exists(app, item):
        raise UsageError(Message("study.no-item", {"id": item.removeprefix("core:")[:80]}))
    now, day, records = app.clock.now(), today_of(app), studied(app)
    records.review([ReviewRecord(item, grade, day, now, "button")])
    records.did(day, {item: grade.name.lower()})
    return records.memories([item])[item]


def skipped(app: App, item: str) -> None:
    """Leave a step of today out; it comes back when it is due."""
    studied(app).did(today_of(app), {item: "skipped"})


def _exists(app: App, item: str) -> bool:
    exercise = app.library.exercises.get(item)
    return studied(app).card(item) is not None if exercise is None else is_card(exercise)


def previews(app: App, item: str) -> dict[Grade, int]:
    """In how many days a card would come back, by what is said of it."""
    day, memory = today_of(app), studied(app).memories([item]).get(item)
    return {grade: (after(memory, grade, day).due - day).days for grade in Grade}
