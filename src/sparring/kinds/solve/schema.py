"""What a `solve` folder holds."""

from dataclasses import dataclass, replace
from typing import Literal

from pydantic import Field

from sparring.core.text import Text
from sparring.judge.script import Script
from sparring.kinds.format import Bilingual, Header, Strict

GrowthClass = Literal["1", "log n", "n", "n log n", "n^2", "n^2 log n", "n^3", "2^n"]


class GrowthTable(Strict):
    """The `[growth]` table: how time and memory may grow."""

    time: GrowthClass
    memory: GrowthClass | None = None
    sizes: tuple[int, ...] = Field(default=(200, 400, 800, 1600), min_length=3, max_length=8)


class WrongTable(Bilingual):
    """A `[[wrong]]` table: a solution that must fail, and how."""

    file: str
    status: Literal["wrong-answer", "exception", "time-limit", "memory-limit", "output-limit", "forbidden"] = "wrong-answer"
    fails: tuple[str, ...] = ()


class SolveFile(Header):
    """exercise.toml of a `solve`."""

    entry: str = Field(pattern=r"^[A-Za-z_]\w*$")
    growth: GrowthTable | None = None
    wrong: tuple[WrongTable, ...] = ()


@dataclass(frozen=True, slots=True)
class Wrong:
    """A wrong solution: its file's name and source, the status it earns and the cases it fails."""

    file: str
    source: str
    status: str
    fails: tuple[str, ...]
    story: Text


@dataclass(frozen=True, slots=True)
class GrowthSpec:
    """How cost may grow, and what is needed to measure it."""

    time: str
    memory: str | None
    sizes: tuple[int, ...]
    generator: str
    driver: str | None
    naive: str | None


@dataclass(frozen=True, slots=True)
class SolveSpec:
    """What grading needs to know. `examples` are the first cases, which Run shows without handing in."""

    entry: str
    starter: str
    reference: str
    script: Script
    checker: str | None
    wrong: tuple[Wrong, ...]
    growth: GrowthSpec | None

    @property
    def examples(self) -> Script:
        """The cases that are shown before handing in."""
        return replace(self.script, cases=self.script.cases[:3])
