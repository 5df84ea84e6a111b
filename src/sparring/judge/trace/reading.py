"""Reads what the recorder sent out. The program shares its interpreter and may have written into it: whatever makes no sense ends the reading, never us."""

import json
import re
from dataclasses import dataclass, field
from typing import Any

from sparring.core.codec import cleaned
from sparring.judge.trace.inside.tracer import MARK
from sparring.judge.trace.model import EVENTS, Ended, FrameView, Item, Name, Step, Thing

SHARED = {"c": "cell", "f": "free"}
FIXED = frozenset(["tuple", "frozenset"])
"""Types whose content never changes, subclasses excluded: these may hold attributes."""

NONSENSE = (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError)


class ForgedError(ValueError):
    """A line that no recorder of ours wrote."""


class Heap:
    """What is known of frames and objects at the step that was read last. Addresses come in; serial numbers, which no later object shares, go out.

    An object keeps its number as long as it is seen at every step, its type stays the same, and so does its content if it is of a type that never changes.
    """

    def __init__(self) -> None:
        self.things: dict[int, Thing] = {}
        self._frames: dict[int, FrameView] = {}
        self._raw_frames: dict[int, list[Any]] = {}
        self._raw: dict[int, list[Any]] = {}
        self._serials: dict[int, int] = {}
        self._mentioned: set[int] = set()
        self._next = 1

    def serial(self, address: object) -> int:
        """The number of the object at an address, 0 if it was not looked at."""
        return self._serials.get(address, 0) if isinstance(address, int) else 0

    def move(self, frames: list[Any], objects: list[Any], gone: list[Any]) -> None:
        """Take in what has changed since the last step."""
        things = dict(self.things)
        for address in gone:
            things.pop(self._serials.pop(address, 0), None)
            self._raw.pop(address, None)
        numbered = [self._numbered(record, things) for record in objects]  # all of them, before anything refers to them
        renumbered = any(numbered)
        self._raw.update((record[0], record) for record in objects)
        for record in self._raw.values() if renumbered else objects:
            thing = self._thing(record)
            things[thing.serial] = thing
        self.things = things if gone or objects else self.things
        self._raw_frames.update((frame[0], frame) for frame in frames)
        for frame in self._raw_frames.values() if renumbered else frames:
            self._frames[frame[0]] = self._frame(frame)

    def stack(self, serials: list[Any]) -> tuple[FrameView, ...]:
        """The frames of a stack; those that are too deep to be shown (0) are left out."""
        return tuple(self._frames[serial] for serial in serials if serial)

    def _numbered(self, record: list[Any], things: dict[int, Thing]) -> bool:
        """Give a new object its number (at a known address, too, where it cannot be the one that was there); whether something known refers to that address."""
        address = record[0]
        known = self._raw.get(address)
        if known is not None and not _another(known, record):
            return False
        if known is not None:
            things.pop(self._serials[address], None)
        self._serials[address] = self._next
        self._next += 1
        return address in self._mentioned

    def _thing(self, record: list[Any]) -> Thing:
        address, kind, size, references, what, text, items, more = record
        shown = tuple(Item(str(item[0]), self.serial(item[1]), self.serial(item[2]) if len(item) > 2 else 0) for item in items)
        self._mentioned.update(each for item in items for each in item[1:])
        return Thing(self._serials[address], int(address), str(kind), int(size), int(references), str(what), str(text), shown, int(more))

    def _frame(self, frame: list[Any]) -> FrameView:
        serial, function, kind, line, names = frame
        self._mentioned.update(name[1] for name in names)
        shown = tuple(Name(str(name), self.serial(address), SHARED.get(flag, "")) for name, address, flag in names)
        return FrameView(int(serial), str(function)[:200], str(kind), int(line), shown)


def _another(known: list[Any], record: list[Any]) -> bool:
    """Whether what is at an address now cannot be what was there: its type is another, or it never changes and yet has another content. The old one was freed meanwhile."""
    kind, what = record[1], record[4]
    fixed = kind in FIXED or what in ("method", "builtin") or (what == "atom" and kind != "bytearray")
    return bool(known[1] != kind or (fixed and known[5:] != record[5:]))


@dataclass
class Reading:
    """What was read so far; `first` is the number of the first step."""

    first: int
    python: str = ""
    bits: int = 0
    steps: list[Step] = field(default_factory=list)
    ended: Ended | None = None
    count: int = 0
    bound: str = ""
    rest: str = ""
    unprinted: int = 0
    failure: str = ""
    _heap: Heap = field(default_factory=Heap)

    def read(self, text: str) -> None:
        """Read all lines; text between them is what the program printed past its own streams."""
        strayed: list[str] = []
        for line in re.findall(r"[^\n]*\n|[^\n]+", text):  # the mark itself would be an end of line to `splitlines`
            if not line.startswith(MARK):
                strayed.append(line)
                continue
            try:
                tree = json.loads(line[2:])
                halves = "\\ud" in line or "\\uD" in line  # of surrogate pairs; whole ones are let alone
                self._line(line[1:2], cleaned(tree) if halves else tree, "".join(strayed).strip("\n"))
            except NONSENSE:
                self.bound = self.bound or (
                    "forged" if line.endswith("\n") else ""
                )  # the last line may be cut where the program was stopped
                return
            strayed.clear()
        self.rest += "".join(strayed).strip("\n")

    def _line(self, what: str, tree: Any, strayed: str) -> None:
        if what == "v":
            version, name, bits = tree
            self.python, self.bits = f"{name} {version}"[:60], int(bits)
        elif what == "s":
            self.steps.append(self._step(tree, strayed))
        elif what == "b":
            self.bound = str(tree[0])
        elif what == "e":
            self._end(tree, strayed)
        else:
            raise ForgedError

    def _end(self, tree: Any, strayed: str) -> None:
        ended, count, why, lost, rest, unprinted, failure = tree
        how = str(ended[0])
        if how not in ("finished", "raised"):
            raise ForgedError
        self.ended = Ended(how, str(ended[1]), str(ended[2]), int(ended[3])) if how == "raised" else Ended(how)
        self.count, self.bound = int(count), str(why) or self.bound or ("lost" if lost else "")
        if len(self.steps) > max(0, self.count - self.first):
            self.bound = "forged"  # more steps than the recorder counted, or its count was set back
        self.rest, self.unprinted, self.failure = strayed + str(rest), int(unprinted), str(failure)[:500]

    def _step(self, tree: Any, strayed: str) -> Step:
        event, line, stack, frames, objects, gone, printed, about, thread, cut, held = tree
        if event not in EVENTS:
            raise ForgedError
        self._heap.move(frames, objects, gone)
        collected: tuple[int, ...] = ()
        if isinstance(about, dict):
            collected, about = tuple(int(each) for each in about["collected"]), about["about"]
        return Step(
            number=self.first + len(self.steps),
            event=str(event),
            line=int(line),
            frames=self._heap.stack(stack),
            things=self._heap.things,
            printed=strayed + str(printed),
            value=self._heap.serial(about),
            error=(str(about[0]), str(about[1])) if isinstance(about, list) else None,
            collected=collected,
            thread=int(thread),
            cut=bool(cut),
            deeper=0 in stack,
            held=frozenset(self._heap.serial(address) for address in held),
        )
