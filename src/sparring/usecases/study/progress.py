"""Progress: what was done, day by day; mastery now and a month ago, with the results that moved it; the forecast."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sparring.mastery.topics import Mastery
from sparring.records.study_values import Answered, DayRecord
from sparring.usecases.app import App
from sparring.usecases.choosing import above
from sparring.usecases.study.evidence import basis, catch_up, evidence, gathered, masteries, priors
from sparring.usecases.study.items import is_card, studied, today_of

WINDOW = 28
MOST = 5000
"""Answers of the window that are looked at."""
LEAST = 0.02
"""The least change of mastery that is worth a line."""


@dataclass(frozen=True, slots=True)
class Change:
    """A topic whose mastery changed: then and now, the results between, and their mean score (None: nothing new, it only faded).

    `results` and `score` are of judged answers; `said`: how many cards the candidate spoke of.
    `then` is None where nothing had been tried by then: what is believed of anyone is no figure of the candidate's.
    """

    topic: str
    then: float | None
    now: float
    results: int
    score: float | None
    said: int = 0


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
    on = basis(app)
    found: Progress = app.once("progress", (on, sorted(priors(app).items())), lambda: _progress(app))
    return replace(found, sessions=_sessions(app))


def _sessions(app: App) -> tuple[DayRecord, ...]:
    since = today_of(app) - timedelta(days=WINDOW)
    return tuple(day for day in studied(app).days() if day.day > since)


def _progress(app: App) -> Progress:
    """All that stands until something is answered; without the sessions, which are composed and ticked off without an answer, too."""
    today = today_of(app)
    done = studied(app).reviewed_days(today - timedelta(days=WINDOW))
    answers = sum(done.values())
    late = _late(app)
    for one in late:
        exercise = app.library.exercises.get(one.exercise)
        if exercise is not None and not is_card(exercise):
            done[one.day] = done.get(one.day, 0) + 1
            answers += 1
    days = tuple((day, done.get(day, 0)) for day in (today - timedelta(days=back) for back in range(WINDOW - 1, -1, -1)))
    before = studied(app).count_reviews(before=today - timedelta(days=WINDOW))
    return Progress(days, answers + before, (), masteries(app), _changes(app, today, late))


def _late(app: App) -> Sequence[Answered]:
    """The counted answers of the window, newest first."""
    return studied(app).latest_answered(app.clock.now() - timedelta(days=WINDOW), MOST)


def _changes(app: App, today: date, late: Sequence[Answered]) -> tuple[Change, ...]:
    """What changed within the window, the most first. What was known then is computed from the evidence that there was then."""
    then = today - timedelta(days=WINDOW)
    earlier, before, now = evidence(app, then), masteries(app, then), masteries(app)
    fresh, said = _fresh(app, late), _said(app, then)
    changes: list[tuple[float, Change]] = []
    for topic in app.library.topics:
        tried = topic in earlier
        old, new = before[topic].level, now[topic].level
        scores = fresh.get(topic, [])
        if abs(new - old) >= LEAST or ((scores or topic in said) and not tried):
            mean = sum(scores) / len(scores) if scores else None
            changes.append((abs(new - old), Change(topic, old if tried else None, new, len(scores), mean, said[topic])))
    return tuple(change for _, change in sorted(changes, key=lambda pair: -pair[0]))


def _fresh(app: App, late: Sequence[Answered]) -> dict[str, list[float]]:
    """The scores of the judged answers since a day, by topic and by those above."""
    found: dict[str, list[float]] = defaultdict(list)
    exercises = app.library.exercises
    for one in late:
        for topic in above(exercises[one.exercise].topics) if one.exercise in exercises else ():
            found[topic].append(one.score)
    return found


def _said(app: App, then: date) -> Counter[str]:
    """How often the candidate spoke of cards since a day, by topic and by those above."""
    exercises = app.library.exercises
    items = (one.item for one in gathered(app).reviews if one.day > then and one.source == "button")
    return Counter(topic for item in items if item in exercises for topic in above(exercises[item].topics))
