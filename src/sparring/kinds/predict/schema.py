"""What a `predict` folder holds."""

from dataclasses import dataclass

from pydantic import Field

from sparring.core.text import Text
from sparring.kinds.format import Bilingual, Header


class MistakeTable(Bilingual):
    """A `[[mistakes]]` table: a wrong prediction people make, and what to say to it."""

    output: str = Field(min_length=1)


class PredictFile(Header):
    """exercise.toml of a `predict`."""

    deciding_line: int = Field(default=0, ge=0)
    mistakes: tuple[MistakeTable, ...] = ()


@dataclass(frozen=True, slots=True)
class Mistake:
    """A wrong prediction and the reply to it."""

    output: str
    reply: Text


@dataclass(frozen=True, slots=True)
class PredictSpec:
    """What grading needs to know. The expected output is not in here: it is computed."""

    snippet: str
    deciding_line: int
    mistakes: tuple[Mistake, ...]
