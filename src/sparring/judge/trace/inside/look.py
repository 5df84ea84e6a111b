"""One look at everything that can be reached."""

import sys
from typing import Any

from .kinds import (
    CLASS_NAMES,
    COPIES,
    FILE,
    HIDDEN_NAMES,
    IMMORTAL_FROM,
    MODULE_NAMES,
    OPTIMIZED,
    Record,
    immortal,
    kind_of,
    module_of,
    sizeable,
    type_name,
)
from .parts import PARTS, extras

_get_count, _get_size = sys.getrefcount, sys.getsizeof


def _base_count() -> int:
    order = [object()]
    return _count(order, 0)


def _count(order: list[Any], index: int) -> int:
    return _get_count(order[index])


_BASE = _base_count()


class Look:
    """One look at everything that can be reached: addresses and records, in the order of discovery."""

    def __init__(self, most_objects: int, most_items: int) -> None:
        self.order: list[Any] = []
        self.seen: dict[int, int] = {}
        self.records: list[Record] = []
        self.extra: dict[int, int] = {}
        self.most = most_objects
        self.items = most_items
        self.cut = False

    def root(self, value: Any) -> int:
        """The address of a value, which is looked at later."""
        address = id(value)
        if address not in self.seen:
            if len(self.order) >= self.most:
                self.cut = True
                return address
            self.seen[address] = len(self.order)
            self.order.append(value)
        return address

    def names(self, frame: Any, space: Any = None) -> list[Any]:
        """[name, address, flag] of what a frame's names stand for; flag 'c' where a closure shares the name, 'f' where it comes from an outer function.

        `space`: the names of a module or a class body. While a comprehension runs in it, `f_locals` shows the comprehension's own names alone (they are inlined since
        3.12): they stand behind the others; one that hides another of the same name is left out, because the other keeps its value.
        """
        code = frame.f_code
        hidden = MODULE_NAMES if code.co_name == "<module>" else HIDDEN_NAMES if code.co_flags & OPTIMIZED else CLASS_NAMES
        found = []
        cells, free = code.co_cellvars, code.co_freevars
        copied = COPIES and code.co_flags & OPTIMIZED
        shown = frame.f_locals
        pairs = list(shown.items())
        if space is not None and shown is not space:
            pairs = [*space.items(), *((name, value) for name, value in pairs if name not in space)]
        for name, value in pairs:
            if type(name) is not str or name in hidden or name[:1] == ".":
                continue
            flag = "c" if name in cells else "f" if name in free else ""
            found.append([name, self.root(value), flag])
            if copied:
                self.extra[id(value)] = self.extra.get(id(value), 0) + 1
            if len(found) >= 60:
                self.cut = True
                break
        return found

    def walk(self) -> None:
        """Record everything that can be reached from the roots so far."""
        while len(self.records) < len(self.order):
            self.records.append(self.record(self.order[len(self.records)]))

    def finish(self) -> None:
        """Record everything, and count; afterwards nothing but addresses and texts is kept."""
        self.walk()
        for position, record in enumerate(self.records):
            record[3] = self._references(position, record[0])
        self.order.clear()

    def _references(self, position: int, address: int) -> int:
        count = _count(self.order, position) - _BASE - self.extra.get(address, 0)
        if immortal(self.order[position]) if immortal else count >= IMMORTAL_FROM:
            return -1
        return count

    def record(self, value: Any) -> Record:
        """[address, type, size, references (0 as yet), kind, text, items, more] of a value."""
        kind = type(value)
        what, base = kind_of(kind)
        size = _get_size(value, 0) if sizeable(kind) else 0
        text, items, more = PARTS[what](self, value, base, kind)
        if (what == "class" and module_of(value) != "__main__") or (what == "function" and value.__code__.co_filename != FILE):
            what = "library"
        if what == "atom" and kind is not base:
            what, items = "object", extras(self, value, kind)
        return [id(value), type_name(kind), size, 0, what, text, items, more]
