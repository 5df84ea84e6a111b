"""What an `optimise` folder holds."""

from dataclasses import dataclass, replace

from pydantic import Field

from sparring.core.answer import Code
from sparring.judge.growth import Subject
from sparring.judge.script import Script
from sparring.kinds.coding import Wrong, WrongTable
from sparring.kinds.format import Header, Strict
from sparring.kinds.growing import GrowthSpec, GrowthTable, Measured
from sparring.kinds.solutions import Solution, SolutionTable


class GoalTable(Strict):
    """The `[goal]` table: at this size, how many times cheaper than the original, in instructions or in peak bytes; whether results may be kept from call to call."""

    size: int = Field(ge=1)
    factor: float | None = Field(default=None, gt=1)
    memory_factor: float | None = Field(default=None, gt=1)
    keep_results: bool = False


class OptimiseFile(Header):
    """exercise.toml of an `optimise`."""

    entry: str = Field(pattern=r"^[A-Za-z_]\w*$")
    goal: GoalTable
    growth: GrowthTable | None = None
    wrong: tuple[WrongTable, ...] = ()
    solutions: tuple[SolutionTable, ...] = ()


@dataclass(frozen=True, slots=True)
class OptimiseSpec:
    """What grading needs to know."""

    entry: str
    slow: str
    reference: str
    script: Script
    checker: str | None
    generator: str
    driver: str | None
    goal: GoalTable
    growth: GrowthSpec | None
    wrong: tuple[Wrong, ...]
    solutions: tuple[Solution, ...]

    @property
    def others(self) -> tuple[str, ...]:
        """The sources of the other solutions."""
        return tuple(other.source for other in self.solutions)

    def subject(self, source: str) -> Subject:
        """What is measured of a source."""
        return self.subject_of(Code({"solution.py": source}))

    def subject_of(self, code: Code) -> Subject:
        """What is measured of code that was handed in."""
        return Subject(code.files, self.entry, code.entry, self.driver)

    def measured(self, seed: int) -> Measured | None:
        """What is measured as the input grows; None where no growth is declared."""
        return Measured(self.entry, self.reference, self.growth, self.checker is None, seed) if self.growth else None

    @property
    def examples(self) -> Script:
        """The cases that are shown before handing in."""
        return replace(self.script, cases=self.script.cases[:3])
