"""After a verdict: what to do next, on the same topic and where it is needed most."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sparring.content.schema import Topic
from sparring.core.exercise import Exercise
from sparring.records.overview import Standing
from sparring.usecases.app import App
from sparring.usecases.browse import next_exercise
from sparring.usecases.choosing import on_topic
from sparring.usecases.history import standings
from sparring.usecases.profile import profile


@dataclass(frozen=True, slots=True)
class Onward:
    """`same`: another exercise of `topic`; `weakest`: one that was tried and never passed, else the next one there is. None where there is none."""

    topic: Topic | None
    same: Exercise[Any] | None
    weakest: Exercise[Any] | None


def onward(app: App, exercise: Exercise[Any]) -> Onward:
    """Where to go on from an exercise."""
    known, topic = standings(app), _topic(app, exercise)
    others = [other for other in app.library.exercises.values() if other.id != exercise.id]
    same = _first((other for other in others if topic and on_topic(other, topic.id)), known)
    rest = [other for other in others if other is not same]
    weak = _first((other for other in rest if other.id in known and not known[other.id].passed), known)
    following = next_exercise(app, known, profile(app).advert)
    return Onward(topic, same, weak or (following if following in rest else None) or _first(rest, known))


def _topic(app: App, exercise: Exercise[Any]) -> Topic | None:
    """The first of its topics that another exercise has too, else the area above it."""
    library = app.library
    names = [*exercise.topics, *(name.rpartition(".")[0] for name in exercise.topics)]
    shared = (name for name in names if any(on_topic(other, name) for other in library.exercises.values() if other.id != exercise.id))
    return next((library.topics[name] for name in shared if name in library.topics), None)


def _first(exercises: Iterable[Exercise[Any]], known: dict[str, Standing]) -> Exercise[Any] | None:
    """What was not passed before what was, then what was longest not seen, the shortest of equals."""

    def order(exercise: Exercise[Any]) -> tuple[bool, float, int, str]:
        standing = known.get(exercise.id)
        return (bool(standing and standing.passed), standing.last.timestamp() if standing else 0.0, exercise.minutes, exercise.id)

    return min(exercises, key=order, default=None)
