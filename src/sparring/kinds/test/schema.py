"""What a `test` folder holds."""

from dataclasses import dataclass

from pydantic import Field

from sparring.core.text import Text
from sparring.judge.mutants import Mutant
from sparring.kinds.format import Bilingual, Header, Strict
from sparring.kinds.test.worded.schema import Worded


class RightTable(Bilingual):
    """A `[[right]]` table: another right implementation, and what is different about it."""

    file: str


class BugTable(Bilingual):
    """A `[[bug]]` table: a bug that people make, as an edit of reference.py, with its story."""

    id: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    was: str
    becomes: str


class SuiteTable(Strict):
    """`[weak]` and `[strong]`: how many of the hand-written bugs and of the generated mutants the suite of that name kills."""

    bugs: int = Field(ge=0)
    mutants: int = Field(ge=0)


class TestFile(Header):
    """exercise.toml of a `test`. `module`: the name that the tests import it by; `equivalent`: ids of generated mutants that no test can tell from the reference."""

    module: str = Field(pattern=r"^[a-z_][a-z0-9_]*$")
    right: tuple[RightTable, ...] = ()
    bug: tuple[BugTable, ...] = ()
    weak: SuiteTable | None = None
    strong: SuiteTable | None = None
    equivalent: tuple[str, ...] = ()
    most: int = Field(default=54, ge=1, le=400)


@dataclass(frozen=True, slots=True)
class Right:
    """A right implementation: its source, and what is different about it."""

    source: str
    about: Text


@dataclass(frozen=True, slots=True)
class Bug:
    """A hand-written bug: the wrong version, and its story."""

    mutant: Mutant
    story: Text


@dataclass(frozen=True, slots=True)
class Kills:
    """A bundled suite, and the kills that are declared of it."""

    source: str
    bugs: int
    mutants: int


@dataclass(frozen=True, slots=True)
class TestSpec:
    """What grading needs to know. `right` by file name, `generated` without the equivalent ones.

    `worded`: cases in words, where the exercise takes a list of them for an answer. `inputs`: a program whose `observe()` tells what the module does on many inputs.
    """

    module: str
    reference: str
    right: dict[str, Right]
    bugs: tuple[Bug, ...]
    generated: tuple[Mutant, ...]
    equivalent: tuple[Mutant, ...]
    weak: Kills | None
    strong: Kills | None
    inputs: str | None = None
    worded: Worded | None = None

    @property
    def slot(self) -> str:
        """The file that the candidate writes."""
        return f"test_{self.module}.py"
