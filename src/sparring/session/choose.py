"""Which exercises an interview asks: what fits the round, what was not seen lately first, chance among equals."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from random import Random
from typing import Any, Protocol

from sparring.core.exercise import LEVELS, Exercise, Level


class PlannedRound(Protocol):
    """A round of a plan."""

    @property
    def kind(self) -> str:
        """The kind asked for."""
        ...

    @property
    def topics(self) -> tuple[str, ...]:
        """Topics asked for, each standing for everything below it; none: any."""
        ...

    @property
    def minutes(self) -> int:
        """How long it may take."""
        ...


@dataclass(frozen=True, slots=True)
class Choice:
    """An exercise chosen for a round."""

    exercise: Exercise[Any]
    minutes: int


def choose(
    rounds: Sequence[PlannedRound],
    exercises: Iterable[Exercise[Any]],
    level: Level,
    seen: Mapping[str, datetime],
    random: Random,
    weights: Mapping[str, float] | None = None,
    *,
    level_first: bool = False,
) -> list[Choice | PlannedRound]:
    """An exercise for each round; a round for which there is none stands for itself.

    `weights` by topic: of what was equally long not seen, what weighs more comes first, and of that what is nearest to `level`; where `level_first`, the other way round.
    """
    pool = list(exercises)
    chosen: list[Choice | PlannedRound] = []
    for part in rounds:
        fits = [e for e in pool if e.kind == part.kind and _on_topic(e, part.topics)] or [e for e in pool if e.kind == part.kind]
        if not fits:
            chosen.append(part)
            continue
        random.shuffle(fits)
        best = min(fits, key=lambda e: (_last_seen(e, seen), *_order(-_weight(e, weights or {}), _distance(e.level, level), level_first)))
        pool = [e for e in pool if e.id != best.id]  # comparing them would look into every one
        chosen.append(Choice(best, part.minutes))
    return chosen


def _order(weight: float, distance: float, level_first: bool) -> tuple[float, float]:
    return (distance, weight) if level_first else (weight, distance)


def _on_topic(exercise: Exercise[Any], topics: Sequence[str]) -> bool:
    return not topics or any(own == topic or own.startswith(f"{topic}.") for own in exercise.topics for topic in topics)


def _last_seen(exercise: Exercise[Any], seen: Mapping[str, datetime]) -> float:
    return seen[exercise.id].timestamp() if exercise.id in seen else 0.0


def _weight(exercise: Exercise[Any], weights: Mapping[str, float]) -> float:
    return max((weights.get(topic, 0.0) for topic in exercise.topics), default=0.0)


def _distance(a: Level, b: Level) -> int:
    return abs(LEVELS.index(a) - LEVELS.index(b))
