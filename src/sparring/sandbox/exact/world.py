"""What the interpreter believes to be its computer: a clock that counts instructions, a fixed sequence of chance, nothing else.

Theory of operation. No operating system interface is linked in at all. The few functions defined here answer from the state of the running job;
every other import of the component is a trap. So nothing real can leak in (files, environment, time, network, input), whatever runs inside. Every
call of the host is charged in instructions, by fixed prices, so that the instruction limit bounds the host's work as well.
"""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import wasmtime
from wasmtime import component

from sparring.sandbox.exact.abi import add_bytes_function, add_text_function, fuel_left, set_fuel
from sparring.sandbox.interface import PRINTED, Limits, Stop

START_NS = 1_767_603_600 * 10**9  # Monday 5 January 2026, 09:00 UTC
WASI = "@0.2.9"
CALL_PRICE = 5_000
TEXT_PRICE = 10
BYTE_PRICE = 100


class StoppedError(Exception):
    """Raised in a host function to stop the interpreter: why, and a detail for people who debug."""

    def __init__(self, why: Stop, detail: str = "") -> None:
        super().__init__(why, detail)
        self.why = why
        self.detail = detail


@dataclass(slots=True)
class Life:
    """The state of one interpreter: what it printed, slept, drew, and spent. `granted` is the fuel that the running call began with."""

    limits: Limits
    spent: int = 0
    granted: int = 0
    slept: int = 0
    drawn: int = 0
    printed: int = 0
    kept: int = 0
    output: list[bytes] = field(default_factory=list)

    def print(self, data: bytes) -> None:
        """Keep what there is room for; StoppedError beyond the limit."""
        self.printed += len(data)
        if self.kept < self.limits.kept_output_bytes:
            part = data[: self.limits.kept_output_bytes - self.kept]
            self.kept += len(part)
            self.output.append(part)
        if self.printed > self.limits.output_bytes:
            raise StoppedError(Stop.OUTPUT, PRINTED)

    def take_output(self) -> str:
        """What was printed since the last call, as text; a character cut by the limit is dropped."""
        text = b"".join(self.output).decode("utf-8", "ignore")
        self.output.clear()
        return text

    def sleep(self, nanoseconds: int) -> None:
        """Move the clock; StoppedError beyond the limit."""
        self.slept += nanoseconds
        if self.slept > self.limits.virtual_seconds * 1e9:
            raise StoppedError(Stop.TIME, "virtual clock")

    def draw(self, size: int) -> bytes:
        """The next `size` bytes of chance, always the same."""
        blocks = [hashlib.sha256(b"sparring %d %d" % (self.drawn, n)).digest() for n in range(size // 32 + 1)]
        self.drawn += 1
        return b"".join(blocks)[:size]


class World:
    """The linker's functions; they act on `life`, the interpreter that is running now (one at a time)."""

    def __init__(self, engine: wasmtime.Engine, module: component.Component) -> None:
        self.life = Life(Limits())
        self.linker = component.Linker(engine)
        with self.linker.root() as root:
            add_text_function(root, "output", self._output)
            root.add_func("pause", self._pause)
            _add(root, "clocks/wall-clock", {"now": self._wall, "resolution": lambda _: _record(seconds=0, nanoseconds=1)})
            _add(root, "clocks/monotonic-clock", {"now": self._now, "resolution": lambda _: 1})
            _add(root, "cli/environment", {"get-environment": _nothing, "get-arguments": _nothing, "initial-cwd": _none})
            _add(root, "filesystem/preopens", {"get-directories": _nothing})
            for stream in ("stdin", "stdout", "stderr"):
                _add(root, f"cli/terminal-{stream}", {f"get-terminal-{stream}": _none})
            with _instance(root, "random/random") as random:
                add_bytes_function(random, "get-random-bytes", self._random)
                random.add_func("get-random-u64", lambda store: int.from_bytes(self._random(store, 8), "little"))
        self.linker.define_unknown_imports_as_traps(module)

    def _charge(self, store: wasmtime.StoreContext, price: int) -> int:
        """Take `price` from the fuel; the fuel that is left."""
        left = fuel_left(store) - price
        if left <= 0:
            set_fuel(store, 0)
            raise StoppedError(Stop.TIME)
        set_fuel(store, left)
        return left

    def _output(self, store: wasmtime.StoreContext, text: bytes) -> None:
        self._charge(store, CALL_PRICE + TEXT_PRICE * len(text))
        self.life.print(text)

    def _pause(self, store: wasmtime.StoreContext, nanoseconds: int) -> None:
        self._charge(store, CALL_PRICE)
        self.life.sleep(nanoseconds)

    def _now(self, store: wasmtime.StoreContext) -> int:
        left = self._charge(store, CALL_PRICE)
        return self.life.spent + self.life.granted - left + self.life.slept

    def _wall(self, store: wasmtime.StoreContext) -> component.Record:
        seconds, nanoseconds = divmod(START_NS + self._now(store), 10**9)
        return _record(seconds=seconds, nanoseconds=nanoseconds)

    def _random(self, store: wasmtime.StoreContext, size: int) -> bytes:
        self._charge(store, CALL_PRICE + BYTE_PRICE * size)
        return self.life.draw(size)


@contextmanager
def _instance(root: component.LinkerInstance, name: str) -> Iterator[component.LinkerInstance]:
    with root.add_instance(f"wasi:{name}{WASI}") as instance:
        yield instance


def _add(root: component.LinkerInstance, name: str, functions: dict[str, Callable[..., Any]]) -> None:
    with _instance(root, name) as instance:
        for function, answer in functions.items():
            instance.add_func(function, answer)


def _record(**fields: int) -> component.Record:
    record = component.Record()
    record.__dict__.update(fields)
    return record


def _nothing(_: wasmtime.StoreContext) -> list[Any]:
    return []


def _none(_: wasmtime.StoreContext) -> None:
    return None
