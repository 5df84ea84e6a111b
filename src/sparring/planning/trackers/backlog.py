"""A backlog as any tracker may have it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sparring.core.text import Message

DONE = frozenset(
    "done closed resolved complete completed released fatto fatti fatta chiuso chiusa chiusi completato completata completati risolto risolta "
    "finito rilasciato terminé terminée erledigt fertig geschlossen hecho".split()
)


@dataclass(frozen=True, slots=True)
class Move:
    """At `when` the item went from one status to another ('' : it was made)."""

    when: datetime
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Origin:
    """What an item was read from: the format's name, the record as it stands in the file, and its place there (a subtask's: its parents' places first).

    Whoever writes the same format again begins with the record and changes only what is no longer so: a format holds more than an `Item` does.
    """

    format: str
    record: Any
    place: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A card, an issue, a task. Moments are UTC (or the exporter's own time where the file does not say); `estimate` and `spent` are seconds."""

    key: str
    title: str
    id: str = ""
    kind: str = ""
    status: str = ""
    done: bool = False
    archived: bool = False
    assignees: tuple[str, ...] = ()
    author: str = ""
    created: datetime | None = None
    updated: datetime | None = None
    closed: datetime | None = None
    start: date | None = None
    due: date | None = None
    labels: tuple[str, ...] = ()
    milestones: tuple[str, ...] = ()
    description: str = ""
    estimate: int | None = None
    spent: int | None = None
    points: float | None = None
    parent: str = ""
    blocked_by: tuple[str, ...] = ()
    blocks: tuple[str, ...] = ()
    url: str = ""
    moves: tuple[Move, ...] = ()
    extra: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    origin: Origin | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Backlog:
    """All items of a file, the format they came in, and what the reader wants to have said (dates that may be read two ways, a file cut off).

    `frame`: what the file holds around its items, for the format's own writer.
    """

    format: str
    items: tuple[Item, ...]
    notes: tuple[Message, ...] = ()
    extra: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    frame: Any = field(default=None, compare=False, repr=False)


_CUT = frozenset(("trackers.cut", "trackers.short"))
_OF_A_ROW = "trackers.row-"


def is_cut(notes: Iterable[Message]) -> bool:
    """Whether what was said of a file says that rows or cells of it are lost, or wrong."""
    return any(note.id in _CUT or note.id.startswith(_OF_A_ROW) for note in notes)


def is_done(status: str) -> bool:
    """Whether a status says by its name that the work is over."""
    return any(word in DONE for word in status.lower().replace("-", " ").replace("/", " ").split())
