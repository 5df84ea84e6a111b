"""The clock, and costs by key."""

import sys
import time
from collections.abc import Callable
from typing import Any

_exact = sys.platform == "wasi"
clock = time.monotonic_ns if _exact else time.process_time_ns
if _exact:
    time.sleep(2)  # from here on the clock's values have one more digit, and go on having it: reading them costs the same every time
# The exact engine's clock also moves with sleeps.
slept: list[int] = time.process_time_ns.__globals__["_slept"] if _exact else [0]

Key = tuple[str, int, str]


def consume(function: Callable[..., Any], arguments: tuple[Any, ...]) -> None:
    """The call; an iterator that comes back is run to its end, for a generator function does its work only then."""
    found = function(*arguments)
    try:
        found.__next__  # noqa: B018 - no call of ours is to show in the profile
    except AttributeError:
        return
    for _ in found:
        pass


class Account:
    """Costs by key: how often it began, what it cost itself, what with everything that it called, and how often it began while it was not yet running."""

    def __init__(self, prices: dict[str, float]) -> None:
        self.prices = prices
        self.rows: dict[Key, list[float]] = {}
        self.active: dict[Key, int] = {}
        self.stack: list[tuple[Key, float, int]] = []
        self.now = 0.0
        self.last = self.count = 0
        self.slept = slept[0]
        self.events: dict[str, int] = {}
        self.first: tuple[float, int] | None = None
        self.latest: tuple[float, int] = (0.0, 0)

    def spend(self, amount: int, event: str) -> None:
        """Charge the key that is running, what the event itself costs taken off."""
        self.events[event] = self.events.get(event, 0) + 1
        net = amount - self.prices.get(event, 0.0)
        if slept[0] != self.slept:
            net -= slept[0] - self.slept
            self.slept = slept[0]
        self.now += net
        if self.stack:
            row = self.rows[self.stack[-1][0]]
            row[1] += net
            row[4] += 1
        self.count += 1

    def begin(self, key: Key, times: int = 1) -> None:
        """A key begins to run, on top of the others."""
        row = self.rows.get(key)
        if row is None:
            row = self.rows[key] = [0, 0, 0, 0, 0, 0]
        if self.first is None:
            self.first = self.now, self.count
        depth = self.active.get(key, 0)
        self.active[key] = depth + 1
        row[0] += times
        row[3] += times if depth == 0 else 0
        self.stack.append((key, self.now, self.count))

    def end(self) -> None:
        """The key on top is done; what it cost in all counts once, however deep it called itself."""
        if self.stack:
            key, since, events = self.stack.pop()
            self.active[key] -= 1
            if self.active[key] == 0:
                self.rows[key][2] += self.now - since
                self.rows[key][5] += self.count - events
            if not self.stack:
                self.latest = self.now, self.count

    def close(self) -> None:
        """Everything is done."""
        while self.stack:
            self.end()

    def spanned(self) -> tuple[float, int]:
        """All that was spent, and the events, from the first key's beginning to the last one's end."""
        since, events = self.first or (0.0, 0)
        return self.latest[0] - since, self.latest[1] - events

    def settled(self, cost: int, spent: float, events: int) -> list[tuple[Key, int, int, float, float]]:
        """(key, times, times from outside itself, own, whole) of every key, with the prices of the `events` settled so that what was `spent` in them is the counted `cost`.

        What is left over lies in the prices: how much reading the clock and getting in and out costs depends a little on the heap's state. It is the same for every event.
        """
        each = (spent - cost) / max(1, events)
        return [
            (key, int(times), int(first), own - each * mine, whole - each * inner)
            for key, (times, own, whole, first, mine, inner) in self.rows.items()
        ]


def builtin_name(function: Any) -> str:
    """What a function in C is called."""
    name = getattr(function, "__qualname__", "?")
    owner = getattr(function, "__self__", None)
    module = getattr(owner, "__name__", "") if type(owner) is type(sys) else ""
    return f"{module}.{name}" if module and module != "builtins" else str(name)
