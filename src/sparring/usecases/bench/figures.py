"""What a measure is and what it finds."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from sparring.usecases.app import App

Cell: TypeAlias = str | int | float | bool | None
Row: TypeAlias = Mapping[str, Cell]


def shown(cell: Cell) -> str:
    """A cell of a table; nothing where nothing was measured."""
    return "" if cell is None else str(cell)


@dataclass(frozen=True, slots=True)
class Bar:
    """One thing that must hold: what, the figure found, the bar in words, and whether it is met (None: this run could not tell)."""

    what: str
    found: str
    bar: str
    met: bool | None


@dataclass(frozen=True, slots=True)
class Measured:
    """What a run of a measure found: a table (every row has the same columns) and the bars. `note`: what a reader must know to read them."""

    rows: Sequence[Row]
    bars: Sequence[Bar]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure. `title` and `against` for people; `run(app, rounds)`; `rounds`: how many by default, of what `unit`."""

    name: str
    title: str
    against: str
    run: Callable[[App, int], Measured]
    rounds: int
    unit: str
