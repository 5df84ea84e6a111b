"""The memory of one card, kept by py-fsrs: what is passed in is the day and the rating, never taken from a clock or from chance.

py-fsrs counts whole 24-hour spans between moments; a session at eight in the evening and one at seven the next would be the same day to it.
Here a day is a date where the learner lives, handed over as its noon in UTC: spans are differences of dates, whatever clocks did.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import IntEnum
from functools import lru_cache

from fsrs import Card, Rating, Scheduler, State

RETENTION = 0.9
"""Recall at which a card is due."""
_SCHEDULER = Scheduler(desired_retention=RETENTION, learning_steps=(), relearning_steps=(), enable_fuzzing=False)


class Grade(IntEnum):
    """What the candidate says of an answer: not recalled; recalled with effort; recalled; at once. `HARD` is not failed."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


@dataclass(frozen=True, slots=True)
class Memory:
    """What is remembered of a card: stability in days, difficulty 1..10, the day of the last answer and the day it is due."""

    stability: float
    difficulty: float
    last: date
    due: date
    answers: int = 1
    lapses: int = 0


def after(memory: Memory | None, grade: Grade, day: date) -> Memory:
    """The memory after an answer on `day`; one dated before the last answer counts as given on that day."""
    day = max(day, memory.last) if memory else day
    card, _ = _SCHEDULER.review_card(_card(memory), Rating(int(grade)), _noon(day))
    assert card.stability is not None
    assert card.difficulty is not None
    answers, lapses = (memory.answers, memory.lapses) if memory else (0, 0)
    lapsed = memory is not None and grade is Grade.AGAIN
    return Memory(card.stability, card.difficulty, day, card.due.date(), answers + 1, lapses + lapsed)


def replay(answers: Iterable[tuple[date, Grade]]) -> Memory | None:
    """The memory that a history leaves."""
    return _replayed(tuple(answers))


@lru_cache(maxsize=4096)
def _replayed(answers: tuple[tuple[date, Grade], ...]) -> Memory | None:
    memory = None
    for day, grade in answers:
        memory = after(memory, grade, day)
    return memory


def recall(memory: Memory, day: date) -> float:
    """The probability of recall on `day`, 0..1."""
    return float(_SCHEDULER.get_card_retrievability(_card(memory), _noon(max(day, memory.last))))


def _card(memory: Memory | None) -> Card:
    if memory is None:
        return Card(card_id=0, state=State.Learning, step=0)
    return Card(0, State.Review, None, memory.stability, memory.difficulty, _noon(memory.due), _noon(memory.last))


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)
