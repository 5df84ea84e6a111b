"""What the files of a pack hold, beside its exercises."""

from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from sparring.core.exercise import LEVELS, Level
from sparring.core.text import Text
from sparring.kinds.format import Bilingual, Strict

LENGTHS = (20, 40, 60)
"""How many minutes an interview that is put together may take."""
ROWS = (*(str(number) for number in range(1, 25)), "C")


class PackFile(Strict):
    """pack.toml. `complete` holds every exercise to all that its kind must prove."""

    id: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    version: str = "0"
    licence: str = ""
    languages: tuple[Literal["en", "it"], ...] = Field(default=("en", "it"), min_length=1)
    title: Bilingual | None = None
    complete: bool = False


class TopicTable(Strict):
    """A `[[topics]]` table."""

    id: str = Field(pattern=r"^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)*$")
    rows: tuple[str, ...] = ()
    title: Bilingual


class TopicsFile(Strict):
    """topics.toml."""

    topics: tuple[TopicTable, ...] = ()


class RoundTable(Strict):
    """A `[[rounds]]` table: what kind of exercise, on which topics, within how long."""

    kind: str
    topics: tuple[str, ...] = ()
    minutes: int = Field(ge=1, le=240)


class PieceTable(RoundTable):
    """A `[[rounds]]` table of a role: in interviews of which lengths and levels it is asked."""

    lengths: tuple[Literal[20, 40, 60], ...] = Field(default=(20, 40, 60), min_length=1)
    levels: tuple[Level, ...] = Field(default=LEVELS, min_length=1)


class RoleFile(Strict):
    """roles/NAME.toml: what interviews for a role are put together from."""

    title: Bilingual
    rounds: tuple[PieceTable, ...] = Field(min_length=1)


class InterviewFile(Strict):
    """interviews/NAME.toml."""

    role: str
    level: Level = "mid"
    title: Bilingual
    rounds: tuple[RoundTable, ...] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic of the syllabus; a dot in its id makes it a part of the one before the dot. `rows` are syllabus rows."""

    id: str
    title: Text
    rows: tuple[str, ...]

    @property
    def parent(self) -> str:
        """The topic that this one is a part of; '' at the top."""
        return self.id.rpartition(".")[0]


@dataclass(frozen=True, slots=True)
class Round:
    """A round of an interview plan."""

    kind: str
    topics: tuple[str, ...]
    minutes: int


@dataclass(frozen=True, slots=True)
class Role:
    """A role and its rounds in order, each with the lengths (minutes) and levels of the interviews that have it."""

    id: str
    title: Text
    pieces: tuple[tuple[Round, tuple[int, ...], tuple[Level, ...]], ...]

    def rounds(self, level: Level, minutes: int) -> tuple[Round, ...]:
        """The rounds of an interview of this level and length."""
        return tuple(part for part, lengths, levels in self.pieces if minutes in lengths and level in levels)


@dataclass(frozen=True, slots=True)
class InterviewPlan:
    """An interview to be taken: its rounds in order."""

    id: str
    title: Text
    role: str
    level: Level
    rounds: tuple[Round, ...]
