"""The exercises of a kind, a topic or a level, by their names alone: what needs no records."""

from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache
from typing import Any

from sparring import catalog
from sparring.core.exercise import LEVELS, Exercise
from sparring.core.problem import UsageError
from sparring.core.text import Message
from sparring.usecases.app import App

SPOKEN_KINDS = ("say", "tell")
"""What is said aloud rather than written."""


def on_topic(exercise: Exercise[Any], topic: str) -> bool:
    """Whether an exercise belongs to a topic or to one below it."""
    return any(own == topic or own.startswith(f"{topic}.") for own in exercise.topics)


def above(topics: Iterable[str]) -> frozenset[str]:
    """Topics and all those above them."""
    return _above(tuple(topics))


@lru_cache(maxsize=4096)
def _above(topics: tuple[str, ...]) -> frozenset[str]:
    return frozenset(".".join(topic.split(".")[:length]) for topic in topics for length in range(1, topic.count(".") + 2))


def chosen(app: App, *, kind: str | None = None, topic: str | None = None, level: str | None = None) -> list[Exercise[Any]]:
    """The exercises of a kind, topic or level; UsageError names what there is where a name is unknown."""
    exercises = app.library.exercises.values()
    known: dict[str, set[str]] = {"kind": {e.kind for e in exercises} | set(catalog.names()), "level": {*LEVELS}}
    known["topic"] = set(app.library.topics) | {topic for e in exercises for topic in above(e.topics)}
    for name, value in (("kind", kind), ("topic", topic), ("level", level)):
        if value is not None and value not in known[name]:
            raise UsageError(Message(f"browse.no-{name}", {"value": value, "known": ", ".join(_nearest(value, known[name]))}))
    return [e for e in exercises if kind in (None, e.kind) and level in (None, e.level) and (topic is None or on_topic(e, topic))]


def _nearest(value: str, names: Iterable[str]) -> list[str]:
    """The names that look most like one that does not exist; all, where they are few."""
    every = sorted(names)
    return every if len(every) <= 12 else get_close_matches(value, every, 5, 0.3) or [name for name in every if "." not in name]
