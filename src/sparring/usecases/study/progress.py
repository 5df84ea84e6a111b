"""Progress: what was done, day by day; mastery now and a month ago, with the results that moved it; the forecast."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from sparring.mastery.topics import Evidence, Mastery, mastery
from sparring.records.study_values import DayRecord
from sparring.usecases.app import App
from sparring.usecases.study.evidence import SAID, Gathered, above, catch_up, evidence, gathered, masteries, priors
from sparring.usecases.study.items import is_card, studied, today_of

WINDOW = 28
LEAST = 0.02
"""The least change of mastery that is worth a line."""


@dataclass(frozen=True, slots=True)
class Change:
    """A topic whose mastery changed: then and now, the results between, and their mean score (None: nothing new, it only faded).

    `then` is None where nothing had been tried by then: what is believed of anyone is no figure of the candidate's.
    """

    topic: str
    then: float | None
    now: float
    results: int
    score: float | None


@dataclass(frozen=True, slots=True)
class Progress:
    """What was achieved. `days`: reviews and counted answers of each of the last days, oldest first."""

    days: tuple[tuple[date, int], ...]
    reviews: int
    sessions: tuple[DayRecord, ...]
    topics: dict[str, Mastery]
    changes: tuple[Change, ...]


def progress(app: App) -> Progress:
    """Progress as of today."""
    catch_up(app)
    today = today_of(app)
    seen, done = gathered(app), studied(app).reviewed_days(today - timedelta(days=WINDOW))
    known = evidence(app, today, seen)
    answers = sum(done.values())
    for one in studied(app).latest_answered(app.clock.now() - timedelta(days=WINDOW), 5000):
        day = one.at.astimezone().date()
        exercise = app.library.exercises.get(one.exercise)
        if exercise is not None and not is_card(exercise):
            done[day] = done.get(day, 0) + 1
            answers += 1
    days = tuple((day, done.get(day, 0)) for day in (today - timedelta(days=back) for back in range(WINDOW - 1, -1, -1)))
    sessions = tuple(day for day in studied(app).days() if day.day > today - timedelta(days=WINDOW))
    return Progress(
        days,
        answers + studied(app).count_reviews(before=today - timedelta(days=WINDOW)),
        sessions,
        masteries(app, known),
        _changes(app, today, seen, known),
    )


def _changes(app: App, today: date, seen: Gathered, known: dict[str, list[Evidence]]) -> tuple[Change, ...]:
    """What changed within the window, the most first. What was known then is computed from the evidence that there was then."""
    then, before = today - timedelta(days=WINDOW), priors(app)
    earlier = evidence(app, then, seen)
    fresh = _fresh(app, then, seen)
    changes: list[tuple[float, Change]] = []
    for topic in app.library.topics:
        prior = {"prior": before[topic]} if topic in before else {}
        tried = topic in earlier
        old = mastery(earlier.get(topic, ()), then, **prior).level
        new = mastery(known.get(topic, ()), today, **prior).level
        scores = fresh.get(topic, [])
        if abs(new - old) >= LEAST or (scores and not tried):
            mean = sum(scores) / len(scores) if scores else None
            changes.append((abs(new - old), Change(topic, old if tried else None, new, len(scores), mean)))
    return tuple(change for _, change in sorted(changes, key=lambda pair: -pair[0]))


def _fresh(app: App, then: date, seen: Gathered) -> dict[str, list[float]]:
    """The scores since a day, by topic and by those above: judged answers, and what the candidate said of cards (again 0, hard 0.5, else 1)."""
    found: dict[str, list[float]] = defaultdict(list)
    exercises = app.library.exercises
    scores = [(one.exercise, one.score) for one in studied(app).latest_answered(app.clock.now() - timedelta(days=WINDOW), 5000)]
    scores += [(one.item, SAID[one.grade]) for one in seen.reviews if one.day > then and one.source == "button"]
    for key, score in scores:
        for topic in above(exercises[key].topics) if key in exercises else ():
            found[topic].append(score)
    return found
