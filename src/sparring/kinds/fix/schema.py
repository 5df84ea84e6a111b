"""What a `fix` folder holds."""

from dataclasses import dataclass, replace

from pydantic import Field

from sparring.judge.script import Script
from sparring.kinds.coding import Wrong, WrongTable
from sparring.kinds.format import Header


class FixFile(Header):
    """exercise.toml of a `fix`."""

    entry: str = Field(pattern=r"^[A-Za-z_]\w*$")
    wrong: tuple[WrongTable, ...] = ()


@dataclass(frozen=True, slots=True)
class FixSpec:
    """What grading needs to know. `usual`: how many lines of code the author's mend changes."""

    entry: str
    buggy: str
    mended: str
    script: Script
    checker: str | None
    wrong: tuple[Wrong, ...]
    usual: int

    @property
    def most(self) -> int:
        """Up to how many changed lines a mend is still called small."""
        return max(3 * self.usual, self.usual + 4)

    @property
    def examples(self) -> Script:
        """The cases that are shown before handing in."""
        return replace(self.script, cases=self.script.cases[:3])
