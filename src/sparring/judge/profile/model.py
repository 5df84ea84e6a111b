"""Where a call's cost went."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LineCost:
    """A line of the program: how often it began, what it cost itself (C functions that it calls included), and with the program's functions that it calls."""

    line: int
    hits: int
    own: int
    total: int


@dataclass(frozen=True, slots=True)
class FunctionCost:
    """A function, as cProfile tells of it: calls, those of them that did not come from itself, its own cost, and its cost with what it called.

    `file` is '' for functions written in C, and a library's module for its functions.
    """

    name: str
    file: str
    line: int
    calls: int
    primitive: int
    own: int
    total: int


@dataclass(frozen=True, slots=True)
class LineBytes:
    """A line of the program: what it had asked for of all that was held when most was (`bytes`, in `blocks`), and the most that was held while it ran."""

    line: int
    bytes: int
    blocks: int
    peak: int


@dataclass(frozen=True, slots=True)
class Profile:
    """What one call cost, and where. `unit`: `instructions`, or `nanoseconds` of CPU from an engine that counts none.

    `cost`: of the call when nobody looks; the lines' own costs make it up. `accounted`: the share of it that watching had found before it settled the price of
    an event: how exact the shares of lines with many events are. `peak`: bytes above what there was before the call, reached while `peak_line` ran. `why`: '' or why
    there is nothing: `exception`, `generator`, `unreadable`, a `Stop`'s value; with `detail`.
    """

    engine: str
    unit: str
    size: int
    cost: int = 0
    accounted: float = 0.0
    lines: tuple[LineCost, ...] = ()
    functions: tuple[FunctionCost, ...] = ()
    peak: int = 0
    peak_line: int = 0
    memory: tuple[LineBytes, ...] = ()
    why: str = ""
    detail: str = ""
