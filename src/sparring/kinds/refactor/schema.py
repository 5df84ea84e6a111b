"""What a `refactor` folder holds."""

from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import Field

from sparring.core.plain import Plain
from sparring.core.text import Text
from sparring.judge.differential import Program, Trio, raised_by
from sparring.judge.structure import Structure
from sparring.kinds.format import Bilingual, Header


class InputTable(Bilingual):
    """An `[[inputs]]` table: an input with a name, `args` being the tuple of arguments as Python writes it, and why it is there."""

    name: str = Field(pattern=r"^[a-z][a-z0-9-]*$")
    args: str


class DeclaredTable(Bilingual):
    """A `[[declared]]` table: on the input of this name the behaviour is meant to change, to what the reference does."""

    input: str


class WrongTable(Bilingual):
    """A `[[wrong]]` table: a refactor that changes the behaviour, and the input that shows it."""

    file: str
    caught_by: str


class RefactorFile(Header):
    """exercise.toml of a `refactor`."""

    entry: str = Field(pattern=r"^[A-Za-z_]\w*$")
    sizes: tuple[int, ...] = Field(default=(0, 1, 2, 3, 4, 5, 6, 8, 10, 13, 16, 20), min_length=3, max_length=20)
    inputs: tuple[InputTable, ...] = ()
    declared: tuple[DeclaredTable, ...] = ()
    wrong: tuple[WrongTable, ...] = ()


@dataclass(frozen=True, slots=True)
class Named:
    """An input with a name and the reason why it is there."""

    name: str
    arguments: tuple[Plain, ...]
    why: Text


@dataclass(frozen=True, slots=True)
class Wrong:
    """A refactor that changes the behaviour."""

    file: str
    source: str
    caught_by: str


@dataclass(frozen=True, slots=True)
class RefactorSpec:
    """What grading needs to know. `declared`: by the name of the input, what is meant to change there."""

    entry: str
    original: str
    reference: str
    generator: str
    driver: str | None
    sizes: tuple[int, ...]
    inputs: tuple[Named, ...]
    declared: Mapping[str, Text]
    wrong: tuple[Wrong, ...]
    before: Structure
    aim: Structure

    @property
    def complaints(self) -> frozenset[str]:
        """The exceptions that the reference raises; none where no change is declared."""
        return raised_by(self.reference) if self.declared else frozenset()

    def program(self, source: str) -> Program:
        """The program that a source is, with what is called in it."""
        return Program({"solution.py": source}, self.entry, "solution.py", self.driver)

    def trio(self, files: Mapping[str, str], main: str) -> Trio:
        """The original, the reference and what was handed in."""
        own = raised_by(self.original)
        return Trio(self.program(self.original), self.program(self.reference), Program(files, self.entry, main, self.driver), own)
