"""Placement: a few questions, at most a quarter of an hour, each the one that tells most; it stops when it knows enough. Optional.

Each answer is a judged attempt at a `predict` (its verdict is executed, not believed). What it says of a topic says half as much of the topics
beside it. The next question is the one that takes away most uncertainty for its importance and minutes; it is over when no question would take away
`LEAST`, or the time is used up. What it finds is where planning begins; what is studied later replaces it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from math import sqrt
from typing import Any

from sparring.core.exercise import Exercise
from sparring.core.verdict import Outcome
from sparring.mastery.topics import PRIOR, PRIOR_WEIGHT, SPREAD
from sparring.usecases.app import App
from sparring.usecases.study.evidence import PLACEMENT
from sparring.usecases.study.weights import weights

MINUTES = 15.0
KINDS = ("predict",)
BESIDE = 0.5
"""How much a result says of topics under the same one above."""
LEAST = 0.012
"""The least weighted gain for which a question is asked."""
MOST_QUESTIONS = 8
TIME_SHARE = 0.5
"""Predicting takes about half of the minutes that an exercise is given."""

_UNKNOWN = re.compile(
    r"(?:i |io )?(?:(?:really |honestly )?(?:do not|don['’]?t) (?:really )?know"
    r"|dunno|no idea|have no idea|not sure|(?:proprio )?(?:non (?:lo |ne |la )?so(?: proprio)?)|non saprei|nessuna idea|boh|idk)[\W\d]*|\?+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class State:
    """Where a placement stands: results by exercise (0..1), minutes used, and whether it is over and why ('' while it is not)."""

    results: Mapping[str, float]
    minutes: float
    over: str


def state(app: App) -> State:
    """The placement so far."""
    stored = app.records.setting(PLACEMENT, {})
    return State(dict(stored.get("results", {})), float(stored.get("minutes", 0.0)), stored.get("over", ""))


def begin(app: App) -> None:
    """Begin a placement, from nothing."""
    _store(app, {}, "", 0.0)


def question(app: App) -> Exercise[Any] | None:
    """The next question, None when it is over; why it is over is stored."""
    now = state(app)
    if now.over:
        return None
    best = max(_left(app, now), key=lambda exercise: _tells(app, exercise, now), default=None)
    why = "known" if best is None or _tells(app, best, now) < LEAST else ""
    if now.minutes + (_minutes(best) if best else 0) > MINUTES or len(now.results) >= MOST_QUESTIONS:
        why = "time"
    if why:
        _store(app, now.results, why, now.minutes)
        return None
    assert best is not None
    if _asked(app)[0] != best.id:
        _store(app, now.results, "", now.minutes, (best.id, app.clock.now().isoformat()))
    return best


def took(app: App, exercise: str, outcome: Outcome, score: float) -> None:
    """Note a judged answer; one that could not be judged does not count."""
    if outcome in (Outcome.UNREADABLE, Outcome.UNGRADED):
        return
    now = state(app)
    _store(app, {**now.results, exercise: score}, "", now.minutes + _taken(app, exercise))


def is_unknown(text: str) -> bool:
    """Whether an answer only says that one does not know ("I don't know", "non lo so")."""
    return bool(_UNKNOWN.fullmatch(text.strip()))


def unknown(app: App, exercise: str) -> None:
    """Note that the answer is not known: it counts as one that is not right, and the next question comes. Only the question that is asked can be."""
    if _asked(app)[0] == exercise:
        took(app, exercise, Outcome.INCORRECT, 0.0)


@dataclass(frozen=True, slots=True)
class Row:
    """What placement says of a topic: the chance of knowing something of it, its 90 % interval; the topics asked from which it is inferred, () if it was asked itself."""

    topic: str
    level: float
    low: float
    high: float
    inferred: tuple[str, ...]


def rows(app: App, results: Mapping[str, float]) -> list[Row]:
    """What the results say, topic by topic: those that were asked first, the weakest first."""
    asked = [app.library.exercises[key].topics for key in results if key in app.library.exercises]
    direct = {topic for topics in asked for topic in topics}
    found = []
    for topic, level in levels(app, results).items():
        half = SPREAD * sqrt(level * (1 - level) / (sum(_belief(app, topic, results)) + 1))
        near = dict.fromkeys(other for topics in asked for other in topics if _closeness(topic, (other,)))
        found.append(Row(topic, level, max(0.0, level - half), min(1.0, level + half), () if topic in direct else tuple(near)))
    return sorted(found, key=lambda row: (bool(row.inferred), row.level))


def stop(app: App) -> None:
    """End it early: what is known so far counts."""
    now = state(app)
    _store(app, now.results, "stopped", now.minutes)


def levels(app: App, results: Mapping[str, float]) -> dict[str, float]:
    """The chance of knowing something of each topic that the results speak of."""
    beliefs = {topic: _belief(app, topic, results) for topic in app.library.topics}
    return {topic: good / (good + bad) for topic, (good, bad) in beliefs.items() if good + bad > PRIOR_WEIGHT}


def _store(app: App, results: Mapping[str, float], over: str, minutes: float, asked: tuple[str, str] = ("", "")) -> None:
    found = {"results": dict(results), "topics": levels(app, results), "over": over, "minutes": minutes, "asked": list(asked)}
    app.records.choose(PLACEMENT, found)


def _asked(app: App) -> tuple[str, str]:
    """The question that is being answered, and since when."""
    exercise, since = app.records.setting(PLACEMENT, {}).get("asked", ("", ""))
    return str(exercise), str(since)


def _taken(app: App, exercise: str) -> float:
    """The minutes that an answer took, at most twice those expected: whoever goes away meanwhile has not used up the time."""
    asked, since = _asked(app)
    expected = _minutes(app.library.exercises[exercise]) if exercise in app.library.exercises else 0.0
    if asked != exercise or not since:
        return expected
    passed = (app.clock.now() - datetime.fromisoformat(since)).total_seconds() / 60
    return min(max(passed, 0.0), 2 * expected)


def _left(app: App, now: State) -> list[Exercise[Any]]:
    return [exercise for exercise in app.library.exercises.values() if exercise.kind in KINDS and exercise.id not in now.results]


def _minutes(exercise: Exercise[Any]) -> float:
    return exercise.minutes * TIME_SHARE


def _tells(app: App, exercise: Exercise[Any], now: State) -> float:
    """The uncertainty about its topics that the question takes away, weighted, per three minutes."""
    heavy = weights(app)
    total = 0.0
    for topic in exercise.topics:
        good, bad = _belief(app, topic, now.results)
        n = good + bad
        variance = good * bad / (n * n * (n + 1))
        total += heavy.get(topic, 1.0) * variance / (n + 1)
    return total * 3 / max(1.0, _minutes(exercise))


def _belief(app: App, topic: str, results: Mapping[str, float]) -> tuple[float, float]:
    """The Beta distribution of a topic."""
    good, bad = PRIOR * PRIOR_WEIGHT, (1 - PRIOR) * PRIOR_WEIGHT
    for key, score in results.items():
        exercise = app.library.exercises.get(key)
        share = _closeness(topic, exercise.topics) if exercise else 0.0
        good, bad = good + share * score, bad + share * (1 - score)
    return good, bad


def _closeness(topic: str, others: tuple[str, ...]) -> float:
    if any(other == topic or other.startswith(f"{topic}.") or topic.startswith(f"{other}.") for other in others):
        return 1.0
    area = topic.partition(".")[0]
    return BESIDE if any(other.partition(".")[0] == area for other in others) else 0.0
