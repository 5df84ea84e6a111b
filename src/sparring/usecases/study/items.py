"""What can be studied: exercises that work as cards, own cards, exercises to be worked on; each with its minutes, its topic and what is remembered."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from sparring.core.exercise import Exercise
from sparring.mastery.memory import Memory
from sparring.mastery.policy import KNOWN_BEFORE, Subject, weight_among
from sparring.usecases.app import LOCAL_LEARNER, App

if TYPE_CHECKING:
    from sparring.records.study import Studied

CARD_KINDS = ("explain", "predict", "say")
OWN = "own:"
OWN_FIRST, OWN_LATER = 1.5, 0.5
AGAIN_SHARE = 0.4
"""The share of an exercise's minutes that recalling its answer takes later."""
MOST_DUE, MOST_NEW = 400, 200
"""Own cards that a day or a plan looks at; the rest waits its turn."""


@dataclass(frozen=True, slots=True)
class Item:
    """Something to study. `memory` None: never answered."""

    key: str
    topics: tuple[str, ...]
    first_minutes: float
    minutes: float
    memory: Memory | None = None

    @property
    def topic(self) -> str:
        """The topic that it is there for; '' where none is known."""
        return next(iter(self.topics), "")


def studied(app: App) -> "Studied":
    """The study records; the database is opened on first use."""
    assert app.records is not None
    from sparring.records.study import Studied

    return Studied(LOCAL_LEARNER)


def today_of(app: App) -> date:
    """The calendar day where the learner lives."""
    return app.clock.now().astimezone().date()


def is_card(exercise: Exercise[Any]) -> bool:
    """Whether an exercise is answered from memory, and so can be a card."""
    return exercise.kind in CARD_KINDS


def card_exercises(app: App) -> list[Item]:
    """The exercises that work as cards, with what is remembered of them."""
    found = [exercise for exercise in app.library.exercises.values() if is_card(exercise)]
    memories = studied(app).memories(exercise.id for exercise in found)
    return [Item(e.id, e.topics, float(e.minutes), max(1.0, e.minutes * AGAIN_SHARE), memories.get(e.id)) for e in found]


def own_cards(app: App, day: date) -> list[Item]:
    """The own cards that matter now: those longest due, and the next new ones."""
    records = studied(app)
    due = records.due(day, OWN, MOST_DUE)
    topics = records.topics_of(due)
    old = [Item(key, _topics(topics.get(key, "")), OWN_FIRST, OWN_LATER, memory) for key, memory in due.items() if key in topics]
    return old + [Item(key, _topics(topic), OWN_FIRST, OWN_LATER) for key, topic in records.new_cards(MOST_NEW)]


def _topics(topic: str) -> tuple[str, ...]:
    return (topic,) if topic else ()


def subject(item: Item, weights: Mapping[str, float], prior: Mapping[str, float]) -> Subject:
    """An item as the policy sees it, days counted as ordinals."""
    weight = weight_among(item.topics, weights)
    found = Subject(item.key, weight, item.first_minutes, item.minutes, prior=prior.get(item.topic, KNOWN_BEFORE))
    if item.memory is not None:
        found.stability, found.difficulty, found.last = item.memory.stability, item.memory.difficulty, item.memory.last.toordinal()
    return found


def subjects(items: Iterable[Item], weights: Mapping[str, float], prior: Mapping[str, float]) -> list[Subject]:
    """Items as the policy sees them."""
    return [subject(item, weights, prior) for item in items]
