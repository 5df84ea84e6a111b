"""Programs that mean harm, with the right status for each engine: integrity first (faking a pass, reading what is expected, forging the report).

Both engines' tests run them, `sparring bench hostile` counts them, `sparring bench soak` mixes them with honest ones. Each offers the `add(a, b)` of an exercise with four
cases. Several statuses are right where the program itself chooses among roads that are all shut, or where a version of Python does.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from sparring.core.plain import same
from sparring.sandbox.interface import Job, JobOutcome, Limits, NotPlain, Raised, Step, Stopped, Unreadable, Value

CASES = ((1, 2), (3, 4), (-1, 5), (0, 1))
GROUPS = tuple((Step("eval", f"add({a}, {b})"),) for a, b in CASES)
HONEST = "def add(a, b):\n    return a + b\n"
WRONG = "def add(a, b):\n    return a - b\n"

Engine = Literal["exact", "native"]
NATIVE_LIMITS = Limits(memory_bytes=128 << 20, cpu_seconds=1.0, wall_seconds=2.0)


@dataclass(frozen=True, slots=True)
class Program:
    """One program. `right`: the statuses that are right, by engine; `integrity`: whether it is after a verdict rather than after the machine; `sample`: the engines
    whose everyday tests run it. `cpu` (seconds) and `memory` (bytes) where the native engine's usual limits would end it for another reason.
    """

    name: str
    source: str
    right: Mapping[Engine, tuple[str, ...]]
    integrity: bool
    sample: frozenset[Engine]
    cpu: float | None = None
    memory: int | None = None

    def job(self, engine: Engine) -> Job:
        """The program with its four cases."""
        return job(self.source, engine, self.cpu, self.memory)


def job(source: str, engine: Engine, cpu: float | None = None, memory: int | None = None) -> Job:
    """`source` with the four cases, under limits that end what is endless in a few seconds."""
    limits = Limits()
    if engine == "native":
        seconds = cpu or NATIVE_LIMITS.cpu_seconds
        limits = replace(NATIVE_LIMITS, memory_bytes=memory or NATIVE_LIMITS.memory_bytes, cpu_seconds=seconds, wall_seconds=2 * seconds)
    return Job({"solution.py": source}, groups=GROUPS, limits=limits)


@lru_cache(maxsize=1)
def programs() -> Sequence[Program]:
    """All of them, integrity first."""
    return tuple(map(_program, json.loads((Path(__file__).parent / "programs.json").read_text("utf-8"))))


def _program(told: dict[str, Any]) -> Program:
    right: dict[Engine, tuple[str, ...]] = {"exact": tuple(told["exact"]), "native": tuple(told["native"])}
    return Program(
        told["name"], told["source"], right, told.get("integrity", False), frozenset(told["sample"]), told.get("cpu"), told.get("memory")
    )


def status(outcome: JobOutcome | Unreadable) -> str:
    """What a judge would say: `passed` only if all four results are exactly right, else the first thing that went wrong."""
    if isinstance(outcome, Unreadable):
        return "unreadable"
    results = [outcome.load.result, *(group[0].result for group in outcome.groups if group[0])]
    if len(results) <= len(CASES) and isinstance(outcome.load.result, Value):
        return "forbidden"  # a case that was not run is not a case that was passed
    for result, value in zip(results, [None, *(a + b for a, b in CASES)], strict=False):
        match result:
            case Raised():
                return "exception"
            case NotPlain():
                return "wrong-answer"
            case Stopped(why):
                return why.value
            case Value(got) if not same(value, got):
                return "wrong-answer"
    return "passed"
