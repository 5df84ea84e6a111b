"""What a `solve` folder holds."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from pydantic import Field

from sparring.judge.script import Script
from sparring.kinds.coding import Wrong, WrongTable
from sparring.kinds.format import Header
from sparring.kinds.growing import GrowthSpec, GrowthTable, Measured
from sparring.kinds.solutions import Solution, SolutionTable


class SolveFile(Header):
    """exercise.toml of a `solve`."""

    entry: str = Field(pattern=r"^[A-Za-z_]\w*$")
    growth: GrowthTable | None = None
    half_written: bool = False
    grows: bool = True
    wrong: tuple[WrongTable, ...] = ()
    solutions: tuple[SolutionTable, ...] = ()


@dataclass(frozen=True, slots=True)
class SolveSpec:
    """What grading needs to know. `examples` are the first cases, which Run shows without handing in; `modules` stand beside the candidate's file.

    `half_written`: the starter is to be completed, and what it gives kept; `solutions`: others that are right, shown beside the candidate's; `grows`: false where what is
    asked is behaviour (order, identity, what happens at once), and nothing has a size.
    """

    entry: str
    starter: str
    reference: str
    script: Script
    checker: str | None
    wrong: tuple[Wrong, ...]
    growth: GrowthSpec | None
    modules: Mapping[str, str] = field(default_factory=dict)
    half_written: bool = False
    solutions: tuple[Solution, ...] = ()
    grows: bool = True

    @property
    def examples(self) -> Script:
        """The cases that are shown before handing in."""
        return replace(self.script, cases=self.script.cases[:3])

    @property
    def measured(self) -> Measured | None:
        """What is measured of an answer that passes every case; None where no growth is declared."""
        return Measured(self.entry, self.reference, self.growth, self.checker is None, modules=self.modules) if self.growth else None
