"""What the story bank holds, as frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class StoryRecord:
    """An experience. `themes` are those of the kind `tell`."""

    key: str
    title: str
    project: str
    themes: tuple[str, ...]
    created: datetime


@dataclass(frozen=True, slots=True)
class TakeRecord:
    """A telling. `seconds`: how long it takes aloud, estimated; `parts` that were found; `slips` of English."""

    story: str
    attempt: str
    exercise: str
    score: float
    seconds: int
    parts: tuple[str, ...]
    slips: int
    at: datetime


@dataclass(frozen=True, slots=True)
class SheetRecord:
    """A project sheet. `kind` is `backend` or `ai`; `fields` by name, empty ones left out."""

    key: str
    kind: str
    title: str
    fields: Mapping[str, str]
    created: datetime
