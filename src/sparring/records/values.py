"""What goes into the records and comes out of them: frozen values, no database in sight."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sparring.core.answer import Answer
from sparring.core.problem import SparringError, UsageError
from sparring.core.text import Message
from sparring.core.verdict import Verdict


@dataclass(frozen=True, slots=True)
class AttemptRecord:
    """A stored attempt. `id` is the submission's."""

    id: str
    exercise: str
    kind: str
    content_hash: str
    pack_version: str
    at: datetime
    verdict: Verdict
    answer: Answer
    context: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class AttemptLine:
    """An attempt in a list, without its verdict's evidence."""

    id: str
    exercise: str
    outcome: str
    passed: bool
    score: float
    at: datetime


@dataclass(frozen=True, slots=True)
class MarkRecord:
    """A mark on finding number `finding` of an attempt: `value` is one of `core.marks.VALUES`."""

    finding: int
    by: str
    value: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Event:
    """A stored event of an interview."""

    seq: int
    at: datetime
    what: str
    data: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class InterviewRecord:
    """A stored interview. `alive_at`: until when it was seen running."""

    id: str
    snapshot: Mapping[str, Any]
    created: datetime
    alive_at: datetime
    finished: bool
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class DraftRecord:
    """What was being written, and the number of its last save."""

    text: str
    seq: int


class ConflictError(UsageError):
    """Somebody else wrote in the meantime: nothing was overwritten."""


def cannot_write(error: Exception) -> SparringError:
    """The database's refusal as a message."""
    return SparringError(Message("records.cannot-write", {"why": str(error)}))
