"""The plan to the day: what is studied when, mock interviews, the forecast with its uncertainty by topic, and what is left out.

It is kept until something it rests on changes (a new day, so a day missed; another date; other minutes, advertisements, or results) and made anew then.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from random import Random
from typing import Any

from sparring.core.codec import dump, load
from sparring.mastery.course import HORIZON, WHOLE, Course, CourseDay, Spread, course
from sparring.session.study import SHARE, Step, one_exercise
from sparring.usecases.app import App
from sparring.usecases.choosing import SPOKEN_KINDS
from sparring.usecases.study.days import days_until, interview_day, usual_minutes
from sparring.usecases.study.evidence import catch_up, masteries, priors
from sparring.usecases.study.items import OWN, card_exercises, own_cards, studied, subjects, today_of
from sparring.usecases.study.offer import exercises
from sparring.usecases.study.weights import Ground, ground, weights

KEPT = "plan"
OWN_TOPIC = "own"


@dataclass(frozen=True, slots=True)
class PlannedDay:
    """A day: minutes, how many cards of which topics, an exercise ('' for none), a mock interview or the light last day."""

    day: date
    minutes: float
    topics: dict[str, int]
    mock: bool
    light: bool
    exercise: str = ""


@dataclass(frozen=True, slots=True)
class TopicForecast:
    """A topic on the day: the expected share that is known, the interval of eight learners of ten, cards, and how many of them no day reaches."""

    topic: str
    mean: float
    low: float
    high: float
    cards: int
    left_out: int


@dataclass(frozen=True, slots=True)
class Plan:
    """The plan to `until`, and the forecast for who keeps to it and understands what they study (`readiness` says what may be said of this candidate).

    `mean`, `low` and `high` are those of what is asked: own cards are studied and have a forecast of their own, but whoever writes more of them is not readier.
    `why`: what made it anew ('' for the first).
    """

    made: date
    until: date
    minutes: int
    days: tuple[PlannedDay, ...]
    mean: float
    low: float
    high: float
    topics: tuple[TopicForecast, ...]
    truncated: bool
    missed: int
    why: str
    mark: str

    @property
    def weeks(self) -> list[list[PlannedDay]]:
        """The days by calendar week, Monday first."""
        weeks: dict[tuple[int, int], list[PlannedDay]] = {}
        for day in self.days:
            weeks.setdefault(day.day.isocalendar()[:2], []).append(day)
        return list(weeks.values())


def plan(app: App) -> Plan | None:
    """The plan as it stands today, made anew where something changed; None without a day ahead."""
    on = ground(app)
    until = interview_day(app, on)
    if until is None:
        return None
    kept = _kept(app)
    parts = _parts(app, until, on)
    mark = _mark(parts)
    if kept is not None and kept.mark == mark:
        return kept
    catch_up(app)
    made = _made(app, until, kept, _why(kept, parts), mark)
    app.records.choose(KEPT, {"plan": dump(made), "parts": parts})
    return made


def _kept(app: App) -> Plan | None:
    stored = app.records.setting(KEPT)
    try:
        return _loaded(stored["plan"]) if stored else None
    except (KeyError, TypeError, ValueError):
        return None


def _parts(app: App, until: date, on: Ground) -> dict[str, Any]:
    """What a plan rests on, by name."""
    return {
        "form": 4,
        "day": today_of(app).isoformat(),
        "until": until.isoformat(),
        "minutes": usual_minutes(app, on),
        "adverts": sha256(repr(sorted(weights(app, on).items())).encode()).hexdigest()[:16],
        "cards": studied(app).count_cards() + len(app.library.exercises),
        "placement": sha256(repr(sorted(priors(app).items())).encode()).hexdigest()[:16],
    }


def _mark(parts: dict[str, Any]) -> str:
    return sha256(repr(sorted(parts.items())).encode()).hexdigest()[:16]


def _why(kept: Plan | None, parts: dict[str, Any]) -> str:
    """The most telling difference from the plan before."""
    if kept is None:
        return ""
    if kept.until.isoformat() != parts["until"]:
        return "until"
    if kept.minutes != parts["minutes"]:
        return "minutes"
    return "day" if kept.made.isoformat() != parts["day"] else "content"


def _made(app: App, until: date, kept: Plan | None, why: str, mark: str) -> Plan:
    today = today_of(app)
    said = {key for key, exercise in app.library.exercises.items() if exercise.kind in SPOKEN_KINDS}
    every = [*card_exercises(app), *own_cards(app, until)]
    items = [item for item in every if item.key not in said]
    spoken = min((item.minutes for item in every if item.key in said), default=0.0)
    groups = {item.key: item.topic or OWN_TOPIC for item in items}
    counted = {item.key: OWN_TOPIC if item.key.startswith(OWN) else item.topic or OWN_TOPIC for item in items}
    kinds = {key: (topic,) if key.startswith(OWN) else (WHOLE, topic) for key, topic in counted.items()}
    days = days_until(app, until)
    placed = _exercises(app, days)
    left = [replace(day, minutes=_left(day, placed, spoken)) for day in days]
    found = course(subjects(items, weights(app), priors(app)), kinds, left, until.toordinal(), Random(mark))
    whole = found.forecast.get(WHOLE, Spread(0.0, 0.0, 0.0))
    return Plan(
        today, until, usual_minutes(app), tuple(_day(day, groups, placed, empty) for day, empty in zip(found.days, days, strict=True)),
        whole.mean, whole.low, whole.high, _topics(found, counted), found.truncated, _missed(app, kept, today),
        why, mark,
    )  # fmt: skip


def _exercises(app: App, days: Sequence[CourseDay]) -> dict[int, Step]:
    """The exercise of each day, by day: as a session would take it, none twice before all had their turn; today's as it is composed."""
    need = exercises(app, masteries(app), weights(app))
    left, placed = list(need), {}
    today = studied(app).day(today_of(app))
    for place, day in enumerate(days):
        if day.mock or day.light:
            continue
        if place == 0 and today is not None:
            step = next((Step(**step) for step in today.steps if step["what"] == "exercise"), None)
        else:
            step = one_exercise(left, day.minutes, day.day)
        if step is not None:
            placed[day.day] = step
            left = [other for other in left if other.item != step.item] or list(need)
    return placed


def _left(day: CourseDay, placed: Mapping[int, Step], spoken: float) -> float:
    """The minutes of a day that cards have: what an exercise and something spoken leave; none beside an exercise that is the whole day."""
    step = placed.get(day.day)
    if step is not None and step.minutes > day.minutes * SHARE:
        return 0.0
    return max(0.0, day.minutes - (step.minutes if step else 0.0) - spoken)


def _day(day: CourseDay, groups: dict[str, str], placed: Mapping[int, Step], empty: CourseDay) -> PlannedDay:
    counts: dict[str, int] = {}
    for key in day.cards:
        counts[groups[key]] = counts.get(groups[key], 0) + 1
    step = placed.get(day.day)
    return PlannedDay(date.fromordinal(day.day), empty.minutes, counts, day.mock, day.light, step.item if step else "")


def _topics(found: Course, groups: dict[str, str]) -> tuple[TopicForecast, ...]:
    counts: dict[str, int] = {}
    for topic in groups.values():
        counts[topic] = counts.get(topic, 0) + 1
    left = [groups[key] for key in found.left_out]
    forecasts = [
        TopicForecast(topic, spread.mean, spread.low, spread.high, counts[topic], left.count(topic))
        for topic, spread in found.forecast.items()
        if topic
    ]
    return tuple(sorted(forecasts, key=lambda one: one.mean))


def _missed(app: App, kept: Plan | None, today: date) -> int:
    """Days of the earlier plan, up to yesterday, on which nothing was done."""
    if kept is None:
        return 0
    done = {record.day for record in studied(app).days() if record.done}
    return sum(day.day < today and day.day not in done for day in kept.days)


def _loaded(data: dict[str, Any]) -> Plan:
    days = tuple(
        PlannedDay(date.fromisoformat(day["day"]), day["minutes"], day["topics"], day["mock"], day["light"], day["exercise"])
        for day in data["days"]
    )
    topics = tuple(load(TopicForecast, topic) for topic in data["topics"])
    rest = {name: value for name, value in data.items() if name not in ("type", "days", "topics", "made", "until")}
    return Plan(made=date.fromisoformat(data["made"]), until=date.fromisoformat(data["until"]), days=days, topics=topics, **rest)


__all__ = ["HORIZON", "Plan", "PlannedDay", "TopicForecast", "interview_day", "masteries", "plan"]
