"""What a `predict` folder holds."""

from dataclasses import dataclass
from typing import Literal

from pydantic import Field

from sparring.core.text import Text
from sparring.kinds.format import Bilingual, Header

Asks = Literal["output", "exception", "identity", "names", "order"]
"""What is asked (see `asked.py`)."""


class MistakeTable(Bilingual):
    """A `[[mistakes]]` table: a wrong prediction people make, and what to say to it."""

    output: str = Field(min_length=1)


class PredictFile(Header):
    """exercise.toml of a `predict`."""

    asks: Asks = "output"
    deciding_line: int = Field(default=0, ge=0)
    deciding_time: int = Field(default=1, ge=1, le=1000)
    among: tuple[str, ...] = ()
    mistakes: tuple[MistakeTable, ...] = ()


@dataclass(frozen=True, slots=True)
class Mistake:
    """A wrong prediction and the reply to it."""

    output: str
    reply: Text


@dataclass(frozen=True, slots=True)
class PredictSpec:
    """What grading needs to know. The right answer is not in here: it is computed.

    `deciding_time`: which of the times that the deciding line runs; `among`: the names that are asked about (empty: all); `engine`: where it is run.
    """

    snippet: str
    deciding_line: int
    mistakes: tuple[Mistake, ...]
    asks: Asks = "output"
    deciding_time: int = 1
    among: tuple[str, ...] = ()
    engine: str = "exact"
