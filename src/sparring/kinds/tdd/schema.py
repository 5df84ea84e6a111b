"""What a `tdd` folder holds."""

from dataclasses import dataclass, replace

from pydantic import Field

from sparring.core.text import Text
from sparring.judge.mutants import Mutant
from sparring.judge.script import Script
from sparring.kinds.format import Bilingual, Header, Strict


class RequirementTable(Bilingual):
    """A `[[requirements]]` table: what appears when everything before it is done. Its file is `steps/ID.py`, its cases begin with `test_ID`."""

    id: str = Field(pattern=r"^[a-z][a-z0-9-]*$")


class RightTable(Bilingual):
    """A `[[right]]` table: another module that does all that is asked, and what is different about it."""

    file: str


class VariantTable(Bilingual):
    """A `[[variant]]` table: a wrong version, as an edit of the last step, with its story."""

    id: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    was: str
    becomes: str


class LogTable(Strict):
    """`[logs.good]`, `[logs.weak]`, `[logs.last]`: what is said of the session in `logs/NAME.runs`."""

    driven: int = Field(ge=0)
    killed: int = Field(ge=0)
    phases: tuple[str, ...]


class LogsTable(Strict):
    """The sessions that are told apart."""

    good: LogTable | None = None
    weak: LogTable | None = None
    last: LogTable | None = None


class TddFile(Header):
    """exercise.toml of a `tdd`. `module`: the name that the tests import; `entry`: the function or class that the cases call."""

    module: str = Field(pattern=r"^[a-z_][a-z0-9_]*$")
    entry: str = Field(pattern=r"^[A-Za-z_][A-Za-z0-9_]*$")
    requirements: tuple[RequirementTable, ...] = Field(min_length=2)
    right: tuple[RightTable, ...] = ()
    variant: tuple[VariantTable, ...] = ()
    logs: LogsTable = LogsTable()


@dataclass(frozen=True, slots=True)
class Requirement:
    """A requirement: what is asked, the author's module once it is done, and its cases."""

    id: str
    text: Text
    source: str
    script: Script

    @property
    def stem(self) -> str:
        """How the names of its cases begin."""
        return self.id.replace("-", "_")


@dataclass(frozen=True, slots=True)
class Sample:
    """A session as the author tells it, and what is declared of it."""

    name: str
    text: str
    told: LogTable


@dataclass(frozen=True, slots=True)
class TddSpec:
    """What grading needs to know. `right`: sources by file, with what is different about each; `variants`: wrong versions with their stories by id."""

    module: str
    starter: str
    tests: str
    requirements: tuple[Requirement, ...]
    right: dict[str, tuple[str, Text]]
    variants: tuple[Mutant, ...]
    stories: dict[str, Text]
    samples: tuple[Sample, ...]

    @property
    def file(self) -> str:
        """The module's file."""
        return f"{self.module}.py"

    @property
    def test_file(self) -> str:
        """The tests' file."""
        return f"test_{self.module}.py"

    @property
    def reference(self) -> str:
        """The author's module when everything is done."""
        return self.requirements[-1].source

    def step(self, number: int) -> str:
        """The author's module when `number` requirements are done; the starter for none."""
        return self.requirements[number - 1].source if number else self.starter

    @property
    def script(self) -> Script:
        """All cases, requirement by requirement."""
        return self.cases_of(len(self.requirements))

    def cases_of(self, number: int) -> Script:
        """The cases of the first `number` requirements: those of one that has not appeared would give it away."""
        cases = tuple(case for each in self.requirements[:number] for case in each.script.cases)
        return replace(self.requirements[0].script, cases=cases)
