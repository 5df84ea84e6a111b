"""One interpreter: a fresh instance of the component, called with fuel, and what stopped it when something did."""

import re
from dataclasses import dataclass
from pathlib import Path

import wasmtime
from wasmtime import _ffi as ffi
from wasmtime.component import Component

from sparring.sandbox.exact import cache
from sparring.sandbox.exact.abi import Export, fuel_left, set_fuel
from sparring.sandbox.exact.world import Life, StoppedError, World
from sparring.sandbox.interface import Limits, Stop

WASM_STACK = 32 << 20  # CPython's own check, on its 1 MB of stack in linear memory, is to come first
START_FUEL = 1 << 30
EXPORTS = {"wake": False, "begin": False, "load": True, "bind": True, "step": True, "call": True, "take": True}  # whether it answers


SLOTS = 4
"""How many interpreters may be open at once in a process: the running one, the next, and what waits to be closed."""
KEPT_BYTES = 64 << 20


def new_engine() -> wasmtime.Engine:
    """The runtime, configured so that counts are the same on every machine."""
    config = wasmtime.Config()
    config.consume_fuel = True
    ffi.wasmtime_config_async_stack_size_set(config.ptr(), WASM_STACK)  # the upper bound of the next
    config.max_wasm_stack = WASM_STACK
    config.cranelift_nan_canonicalization = True
    _reuse_memory(config)
    return wasmtime.Engine(config)


def _reuse_memory(config: wasmtime.Config) -> None:
    """Keep the memory of a closed interpreter and write the image over it while idle.

    A fresh mapping faults at every page that a job touches: a third of a short job's time.
    """
    pool = ffi.wasmtime_pooling_allocation_config_new()
    per_process = {"component_instances": 1, "core_instances": 32, "memories": 1, "tables": 4}  # of an interpreter
    for name, each in per_process.items():
        getattr(ffi, f"wasmtime_pooling_allocation_config_total_{name}_set")(pool, each * SLOTS)
    largest = {
        "memory_size": 4 << 30,
        "core_instance_size": 4 << 20,
        "component_instance_size": 4 << 20,
        "core_instances_per_component": 32,
    }
    for name, most in largest.items():
        getattr(ffi, f"wasmtime_pooling_allocation_config_max_{name}_set")(pool, most)
    ffi.wasmtime_pooling_allocation_config_table_elements_set(pool, 65_536)
    ffi.wasmtime_pooling_allocation_config_linear_memory_keep_resident_set(pool, KEPT_BYTES)
    ffi.wasmtime_pooling_allocation_config_table_keep_resident_set(pool, 1 << 20)
    ffi.wasmtime_pooling_allocation_strategy_set(config.ptr(), pool)
    ffi.wasmtime_pooling_allocation_config_delete(pool)


@dataclass(frozen=True, slots=True)
class Halt:
    """The interpreter is dead: `why`, or None when it ran out of stack (an exception of the program, not a limit)."""

    why: Stop | None
    detail: str


class Interpreter:
    """A fresh CPython. `begin` gives it a job's limits; after a `Halt` it must not be called again."""

    def __init__(self, world: World, engine: wasmtime.Engine, module: Component) -> None:
        self._world = world
        self._store = wasmtime.Store(engine)
        set_fuel(self._store, START_FUEL)
        self._instance = world.linker.instantiate(self._store, module)
        self._functions = {name: self._export(name, answers) for name, answers in EXPORTS.items()}
        self.life = Life(Limits())
        self.instructions = 0
        self.alive = True

        world.life = self.life
        self._functions["wake"](self._store)

    def _export(self, name: str, answers: bool) -> Export:
        function = self._instance.get_func(self._store, name)
        assert function is not None
        return Export(function, answers)

    def begin(self, limits: Limits, options: str) -> Halt | None:
        """Set the limits and hand the job's files in; a Halt if not even that fits into them."""
        self.life = Life(limits)
        self._store.set_limits(memory_size=limits.memory_bytes)
        self._world.life = self.life
        set_fuel(self._store, START_FUEL)
        try:
            self._functions["begin"](self._store, options)
        except (wasmtime.WasmtimeError, StoppedError):
            self.alive = False
            return Halt(Stop.MEMORY, "the files do not fit")
        return None

    def call(self, name: str, *arguments: str | int) -> str | Halt:
        """Call an export under the limits of one step; `instructions` then says what it took."""
        assert self.alive
        life = self.life
        life.granted = min(life.limits.step_instructions, life.limits.instructions - life.spent)
        if life.granted <= 0:
            return Halt(Stop.TIME, "instructions of the job")
        self._world.life = life
        set_fuel(self._store, life.granted)
        answer: str | Halt
        try:
            answer = self._functions[name](self._store, *arguments)
        except StoppedError as stopped:
            answer = Halt(stopped.why, stopped.detail)
        except wasmtime.WasmtimeError as error:
            answer = halt(str(error))
        except UnicodeDecodeError:
            answer = Halt(Stop.FORBIDDEN, "answer is no text")
        self.alive = isinstance(answer, str)
        self.instructions = life.granted - fuel_left(self._store)
        life.spent += self.instructions
        return answer

    def close(self) -> None:
        """Give the memory back."""
        self._functions.clear()
        self._store.close()


def halt(message: str) -> Halt:
    """What a trap means. Its message ends with the cause; the frames before it are our own component's."""
    cause = message.rpartition("Caused by:")[2].strip() or message
    if "all fuel consumed" in cause:
        return Halt(Stop.TIME, "")
    if "call stack exhausted" in cause or _is_stack_fault(message):
        return Halt(None, "stack exhausted")
    if unknown := re.search(r"unknown import: `([^`]*)`", cause):
        name = unknown[1].replace("@0.2.9", "")
        return Halt(Stop.FORBIDDEN, "proc_exit" if "cli/exit" in name else name)
    if "`unreachable`" in cause:
        return Halt(Stop.FORBIDDEN, "aborted")
    return Halt(Stop.FORBIDDEN, cause.replace("wasm trap: ", "")[:200])


def _is_stack_fault(message: str) -> bool:
    """CPython's stack in linear memory lies at its very bottom: what runs over it wraps to the top of the address space."""
    fault = re.search(r"memory fault at wasm address 0x([0-9a-f]+)", message)
    return fault is not None and int(fault[1], 16) >= 0xF000_0000


class Factory:
    """Makes interpreters, and keeps one made ahead: what is made while idle costs nobody time and changes no count."""

    def __init__(self, folder: Path, progress: cache.Progress | None = None) -> None:
        self._engine = new_engine()
        self._module = cache.load(folder, self._engine, progress)
        self._world = World(self._engine, self._module)
        self._ready: Interpreter | None = None
        self._used: list[Interpreter] = []

    def take(self) -> Interpreter:
        """A fresh interpreter."""
        while len(self._used) > SLOTS - 3:  # beside them: the one that is taken, and the one that is made ahead
            self._used.pop(0).close()
        fresh, self._ready = self._ready or self._make(), None
        self._used.append(fresh)
        return fresh

    def idle(self) -> None:
        """Clean up behind the last job and make ready for the next."""
        while self._used:
            self._used.pop().close()
        if self._ready is None:
            self._ready = self._make()

    def _make(self) -> Interpreter:
        return Interpreter(self._world, self._engine, self._module)
