"""What the study's records take and give: frozen values, no database in sight."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sparring.core.text import Text
from sparring.core.verdict import is_open
from sparring.mastery.memory import Grade


@dataclass(frozen=True, slots=True)
class CardRecord:
    """A card of the learner's own. `extra` is what a foreign deck brought with it and gets back."""

    key: str
    front: Text
    back: Text
    topic: str = ""
    deck: str = ""
    tags: tuple[str, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answered:
    """A counted attempt, as the study sees it. `number` rises; `day` is the calendar day where the learner lives."""

    number: int
    exercise: str
    kind: str
    outcome: str
    score: float
    passed: bool
    at: datetime
    day: date

    @property
    def open(self) -> bool:
        """Whether it was not understood (`core.verdict.is_open`): that says nothing of what is known."""
        return is_open(self.outcome, self.score)


@dataclass(frozen=True, slots=True)
class ReviewRecord:
    """A stored review."""

    item: str
    grade: Grade
    day: date
    at: datetime
    source: str


@dataclass(frozen=True, slots=True)
class DayRecord:
    """A day's session: `steps` as composed, `done` by item (what was answered)."""

    day: date
    minutes: int
    steps: tuple[Mapping[str, Any], ...]
    done: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ProcessRecord:
    """An application. `at` is the next interview, aware; None while there is none. `asked` grows by what each interview asked."""

    key: str
    company: str
    role: str
    stage: str
    at: datetime | None
    notes: str
    advert: str
    asked: str
    created: datetime
