"""What today can be made of: cards by the plan, exercises by need, something in English, mistakes in disguise, a mock interview."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from sparring.mastery.memory import RETENTION, Grade, recall
from sparring.mastery.policy import TOUCHED, ranked, weight_among
from sparring.mastery.topics import Mastery
from sparring.session.interview import fold, planned
from sparring.session.study import Offer, Step, What
from sparring.usecases.app import App
from sparring.usecases.choosing import SPOKEN_KINDS
from sparring.usecases.study.days import LATEST, MOCK, MOCK_MINUTES, Shape, interview_day
from sparring.usecases.study.evidence import masteries, priors
from sparring.usecases.study.items import Item, card_exercises, is_card, own_cards, studied, subjects
from sparring.usecases.study.weights import weights

WRITTEN_KIND, ENGLISH = "explain", "en"
"""What the English of a day is while no pack has spoken exercises: an explanation, written in English."""
MISTAKES_DAYS = 7


def offer(app: App, day: date, today: Shape) -> Offer:
    """The offer of `day`; on a light day no exercise, on the day of a mock interview that one."""
    known, heavy = masteries(app), weights(app)
    items = [*card_exercises(app), *own_cards(app, day)]
    cards = _cards(app, items, heavy, day)
    need = exercises(app, known, heavy)
    mock = Step(MOCK, "mock", MOCK_MINUTES) if today.mock else None
    return Offer(
        [step for step in cards if _kind(app, step.item) not in SPOKEN_KINDS], [] if today.light else need,
        _english(app, items, cards, known, heavy, day), _disguises(app, items, day), mock,
    )  # fmt: skip


def _kind(app: App, item: str) -> str:
    exercise = app.library.exercises.get(item)
    return exercise.kind if exercise else ""


def _cards(app: App, items: Sequence[Item], heavy: dict[str, float], day: date) -> list[Step]:
    """Cards in the order of the plan; without a date what is due (least remembered first), then new ones by importance."""
    until = interview_day(app)
    found = {item.key: item for item in items if item.memory is None or item.memory.last < day}
    if until and until > day:
        order = [one.key for one in ranked(subjects(found.values(), heavy, priors(app)), day.toordinal(), until.toordinal())]
    else:
        order = [item.key for item in sorted(found.values(), key=lambda item: _urgency(item, heavy, day)) if _is_due(item, day)]
    return [_step(found[key], "card") for key in order]


def _is_due(item: Item, day: date) -> bool:
    return item.memory is None or item.memory.due <= day


def _urgency(item: Item, heavy: dict[str, float], day: date) -> tuple[bool, float]:
    if item.memory is None:
        return True, -weight_among(item.topics, heavy)
    return False, recall(item.memory, day) / RETENTION


def _step(item: Item, what: What) -> Step:
    return Step(item.key, what, item.first_minutes if item.memory is None else item.minutes, item.topic)


def exercises(app: App, known: dict[str, Mastery], heavy: dict[str, float]) -> list[Step]:
    """Exercises by need: importance x what is not mastered, of the topic that needs it most; what was done lately comes later."""
    return _by_need(app, "exercise", known, heavy)


def _by_need(app: App, what: What, known: dict[str, Mastery], heavy: dict[str, float]) -> list[Step]:
    """What is no card, by need: spoken exercises for `spoken`, the others for `exercise`."""
    seen = {one.exercise for one in studied(app).latest_answered(app.clock.now() - timedelta(days=21), 500)}

    def need(topics: tuple[str, ...]) -> tuple[float, str]:
        shares = (TOUCHED if place else 1.0 for place in range(len(topics)))
        needs = (
            (heavy.get(topic, 1.0) * share * (1 - known[topic].level), topic)
            for topic, share in zip(topics, shares, strict=True)
            if topic in known
        )
        return max(needs, default=(0.0, ""))

    steps = [
        (key in seen, -need(exercise.topics)[0], Step(key, what, float(exercise.minutes), need(exercise.topics)[1]))
        for key, exercise in app.library.exercises.items()
        if not is_card(exercise) and (exercise.kind in SPOKEN_KINDS) == (what == "spoken")
    ]
    return [step for _, _, step in sorted(steps, key=lambda entry: entry[:2])]


def _english(
    app: App, items: Sequence[Item], cards: Sequence[Step], known: dict[str, Mastery], heavy: dict[str, float], day: date
) -> list[Step]:
    """Something to say; while there is nothing of that kind, an explanation to be written in English: the plan's first, else the least remembered."""
    said = [step for step in cards if _kind(app, step.item) in SPOKEN_KINDS] + _by_need(app, "spoken", known, heavy)
    if said:
        return [Step(step.item, "spoken", step.minutes, step.topic) for step in said]
    fit = {item.key: item for item in items if _kind(app, item.key) == WRITTEN_KIND and _in_english(app, item.key)}
    order = [step.item for step in cards if step.item in fit]
    later = [item for item in fit.values() if item.memory is not None and item.memory.last < day and item.key not in order]
    order += [item.key for item in sorted(later, key=lambda item: recall(item.memory, day) if item.memory else 1.0)]
    return [_step(fit[key], "english") for key in order]


def _in_english(app: App, key: str) -> bool:
    return ENGLISH in app.library.exercises[key].languages


def _disguises(app: App, items: Sequence[Item], day: date) -> list[Step]:
    """For what went wrong today and on the last day of study: another item on the same point, the closest first, never one that went wrong or was done today."""
    missed = _missed(app, day)
    since = app.clock.now() - timedelta(days=1)
    seen = {one.exercise for one in studied(app).latest_answered(since, 200) if one.day == day} | set(missed)
    topics = {item.key: item.topics for item in items} | {key: exercise.topics for key, exercise in app.library.exercises.items()}
    steps = {item.key: _step(item, "disguise") for item in items if item.memory is None or item.memory.last < day}
    steps |= {
        key: Step(key, "disguise", float(exercise.minutes), next(iter(exercise.topics), ""))
        for key, exercise in app.library.exercises.items()
        if not is_card(exercise)
    }
    found = [_closest(topics.get(name, ()), topics, (step for key, step in steps.items() if key not in seen)) for name in missed]
    return [step for step in found if step]


def _missed(app: App, day: date) -> list[str]:
    """What went wrong on `day` and on the last day before it on which anything was answered; first what an interview left open, then the latest first."""
    reviews = [one for one in studied(app).reviews(since=day - timedelta(days=MISTAKES_DAYS)) if one.day < day]
    attempts = studied(app).latest_answered(app.clock.now() - timedelta(days=MISTAKES_DAYS), 200)
    last = max([*(one.day for one in reviews), *(one.day for one in attempts if one.day < day)], default=None)
    wrong = _left_open(app, day)
    wrong += [one.exercise for one in attempts if one.day in (last, day) and one.outcome == "incorrect"]
    wrong += [one.item for one in reversed(reviews) if one.day == last and one.grade is Grade.AGAIN]
    return list(dict.fromkeys(wrong))


def _left_open(app: App, day: date) -> list[str]:
    """What was asked in an interview of `day` or the day before and did not go well: answered otherwise, not known, left."""
    assert app.records is not None
    wrong: list[str] = []
    for record in app.records.interviews(LATEST):
        if record.finished and "rounds" in record.snapshot and (day - record.alive_at.astimezone().date()).days <= 1:
            rounds = fold(planned(record.snapshot["rounds"]), record.events).rounds
            wrong += [part.exercise for part in rounds if part.opened is not None and not part.passed]
    return wrong


def _closest(wanted: tuple[str, ...], topics: dict[str, tuple[str, ...]], steps: Iterable[Step]) -> Step | None:
    """The step that shares most topics, the shortest of equals; None where none shares any."""
    shared = [(len(set(wanted) & set(topics.get(step.item, ()))), step) for step in steps]
    most, best = max(shared, key=lambda pair: (pair[0], -pair[1].minutes), default=(0, None))
    return best if most else None
