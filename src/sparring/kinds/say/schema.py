"""What a `say` folder holds."""

from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from sparring.core.text import Text
from sparring.kinds.format import Bilingual, Header, Strict
from sparring.language.english.pattern import Pattern

Form = Literal["translate", "mend", "reformulate", "explain", "clarify", "aloud", "time", "disagree", "numbers"]


class MoveTable(Bilingual):
    """A `[[moves]]` table: something that must be said, named in both languages, and the patterns by which it is recognised."""

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    weight: int = Field(default=1, ge=1, le=5)
    ways: tuple[str, ...] = Field(min_length=1)


class TrapTable(Strict):
    """A `[[traps]]` table: a mistake that the drill is meant to catch, by a rule of English or by patterns, and what to say to it."""

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    rule: str = ""
    ways: tuple[str, ...] = ()
    reply: Bilingual


class SayFile(Header):
    """exercise.toml of a `say`. `accepted`: variants that a strong candidate says; `wrong`: answers that must not pass; `seconds`: how long it takes aloud."""

    form: Form
    accepted: tuple[str, ...] = Field(min_length=1)
    wrong: tuple[str, ...] = ()
    seconds: tuple[int, int] | None = None
    moves: tuple[MoveTable, ...] = Field(min_length=1)
    traps: tuple[TrapTable, ...] = ()
    note: Bilingual


@dataclass(frozen=True, slots=True)
class Move:
    """Something that must be said, and how it is recognised."""

    id: str
    weight: int
    title: Text
    ways: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True)
class Trap:
    """A mistake to catch."""

    id: str
    rule: str
    ways: tuple[Pattern, ...]
    reply: Text


@dataclass(frozen=True, slots=True)
class SaySpec:
    """What grading needs to know. `seconds`: the range that it should take aloud, None where it does not matter."""

    form: Form
    question: Text
    accepted: tuple[str, ...]
    wrong: tuple[str, ...]
    seconds: tuple[int, int] | None
    moves: tuple[Move, ...]
    traps: tuple[Trap, ...]
