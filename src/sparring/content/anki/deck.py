"""What a deck holds, whoever wrote it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sparring.core.problem import UsageError
from sparring.core.text import Message, Param

MOST_BYTES = 2 << 30
"""A package, unpacked."""
MOST_MEDIUM = 100 << 20
MOST_NOTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Note:
    """A note of a foreign deck. `fields` in the order of its note type, as HTML; `place` is its line in a text, its number in a package, from 1."""

    guid: str
    kind: str
    deck: str
    tags: tuple[str, ...]
    fields: Mapping[str, str]
    place: int = 0


@dataclass(frozen=True)
class Deck:
    """Notes and the media that came with them, by name; `missing` are media that the list names and the archive lacks."""

    notes: tuple[Note, ...]
    media: Mapping[str, bytes] = field(default_factory=dict)
    missing: tuple[str, ...] = ()


def refused(why: str, **params: Param) -> UsageError:
    """The error `anki.WHY`."""
    return UsageError(Message(f"anki.{why}", params))
