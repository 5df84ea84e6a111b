"""A recorded execution: what a debugger would have shown at every step, as plain frozen values."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

EVENTS: Final = ("line", "call", "resume", "return", "yield", "exception", "unwind")
"""`line`: a line is about to run; `call`, `resume`: a function's or a suspended generator's frame begins; `return`, `yield`: it hands a value out;
`exception`: one is raised or arrives here; `unwind`: the frame ends because of it."""

IMMORTAL: Final = -1
"""In place of a reference count: the object is never freed, its count says nothing."""

UNTOLD: Final = -2
"""In place of a reference count: whoever hands the value over holds it too, so that a count would not be honest."""


@dataclass(frozen=True, slots=True)
class Item:
    """A part of an object: `label` (an index, a key, an attribute, '' for a set's member), the serial of what it refers to (0: not looked at), and that of the
    key, if the key has parts itself.
    """

    label: str
    to: int
    key: int = 0


@dataclass(frozen=True, slots=True)
class Thing:
    """An object. `serial`: its number in this trace; `address`: what `id()` says, which another object may have later; `size`: `sys.getsizeof`, 0 where asking would run
    the program's code; `references`: its count without the recorder's own, IMMORTAL or UNTOLD; `kind`: how it is read (`atom`, `sequence`, `dict`, `function`, `cell`, `generator`,
    `class`, `object`, …); `text`: of what has no parts; `more`: parts that are not shown.
    """

    serial: int
    address: int
    type: str
    size: int
    references: int
    kind: str
    text: str
    items: tuple[Item, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Name:
    """A name and the serial of what it stands for; `shared`: '' or how closures share it (`cell` here, `free` from outside)."""

    name: str
    to: int
    shared: str = ""


@dataclass(frozen=True, slots=True)
class FrameView:
    """A frame: its number in this trace, the function's qualified name, what it is (`module`, `function`, `class`, `generator`, …), the line where it stands."""

    serial: int
    function: str
    kind: str
    line: int
    names: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what happened, and everything as it was at that moment.

    `number` counts from 0 in the whole execution. `frames`: the calls that are under way, outermost first; the last is where it happened. `things` by serial, those that no name
    reaches any more but that are still there included. `printed`: since the step before. `value`: the serial of what is handed out; `error`: (type, text) of the exception;
    `collected`: what each run of the collector freed since the step before. `thread`: 0 is the main one. `cut`: not everything was looked at. `held`: things that no
    name leads to by what is shown, and yet does by what is not (a class holds its dictionary, an instance its own).
    """

    number: int
    event: str
    line: int
    frames: tuple[FrameView, ...]
    things: Mapping[int, Thing]
    printed: str = ""
    value: int = 0
    error: tuple[str, str] | None = None
    collected: tuple[int, ...] = ()
    thread: int = 0
    cut: bool = False
    deeper: bool = False
    held: frozenset[int] = frozenset()

    @property
    def frame(self) -> FrameView | None:
        """Where it happened."""
        return self.frames[-1] if self.frames else None

    def reached(self) -> frozenset[int]:
        """The serials that some name leads to, a frame's that is under way or a suspended generator's."""
        todo = [name.to for frame in self.frames for name in frame.names]
        if self.value:
            todo.append(self.value)
        seen: set[int] = set()
        while todo:
            serial = todo.pop()
            if serial in seen or serial not in self.things:
                continue
            seen.add(serial)
            todo += [each for item in self.things[serial].items for each in (item.to, item.key) if each and item.label != "?"]
        return frozenset(seen)


@dataclass(frozen=True, slots=True)
class Ended:
    """How the execution ended. `how`: `finished`, `raised`, or `stopped` from outside (`why` is then a `Stop`'s value); an exception's type, text and last line in the program."""

    how: str
    type: str = ""
    text: str = ""
    line: int = 0
    why: str = ""


@dataclass(frozen=True, slots=True)
class Trace:
    """A recorded execution of `source`. `first`: the number of the first recorded step; `count`: how many steps there were, as far as they were counted.

    `bound`: '' or what ended the recording before the end (`steps`, `bytes`, `failed`, `lost`: the program switched the trace off). `rest`: what was printed after the last step.
    `unprinted`: bytes that were printed beyond what is kept.
    """

    engine: str
    python: str
    bits: int
    source: str
    typed: str
    first: int
    steps: tuple[Step, ...]
    ended: Ended
    count: int
    counted_all: bool
    bound: str = ""
    rest: str = ""
    unprinted: int = 0
    failure: str = ""

    @property
    def output(self) -> str:
        """Everything that was printed, as far as it is kept."""
        return "".join(step.printed for step in self.steps) + self.rest

    def printed_until(self, position: int) -> str:
        """What had been printed when the step at `position` (in `steps`) happened."""
        return "".join(step.printed for step in self.steps[: position + 1])
