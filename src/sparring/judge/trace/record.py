"""Records an execution: the recorder goes into the interpreter as a file of the job, and what it streams out is read here.

The exact engine is the one to ask first: addresses, sizes and counts are the same at every run. The native one shows a desktop's CPython, and what needs threads or files.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from sparring.core.plain import Plain
from sparring.judge.trace.model import Ended, Trace
from sparring.judge.trace.reading import Reading
from sparring.sandbox.interface import Job, JobOutcome, Limits, Raised, Sandbox, Step, Stopped, Unreadable

SNIPPET: Final = "snippet.py"
MOST_STEPS = 1000
MOST_COUNTED = 20_000
LIMITS = Limits(
    instructions=5_000_000_000, step_instructions=5_000_000_000, kept_output_bytes=12 << 20, cpu_seconds=10.0, wall_seconds=20.0
)


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much is recorded. `first`: number of the first step; `steps` from there; steps are counted up to `counted`; then the program goes on alone.

    `sent`: bytes that the recorder may send; `objects`, `items`, `frames`: what is looked at in one step; `printed`: bytes of the program's output that are kept.
    """

    first: int = 0
    steps: int = MOST_STEPS
    counted: int = MOST_COUNTED
    sent: int = 8 << 20
    objects: int = 160
    items: int = 24
    frames: int = 24
    printed: int = 64 << 10

    def options(self) -> dict[str, int]:
        """As the recorder takes them."""
        return {
            "first": self.first,
            "steps": self.steps,
            "counted": max(self.counted, self.first + self.steps + 1),
            "bytes": self.sent,
            "objects": self.objects,
            "items": self.items,
            "frames": self.frames,
            "printed": self.printed,
        }


def record(
    sandbox: Sandbox, source: str, typed: str = "", bounds: Bounds | None = None, *, threads: bool = False, limits: Limits = LIMITS
) -> Trace | Unreadable:
    """The execution of `source` as a script, `typed` being what `input()` reads. `threads`: record every thread (an engine that has them)."""
    bounds = bounds or Bounds()
    options: dict[Plain, Plain] = {name: number for name, number in bounds.options().items()}  # noqa: C416 - the keys' type is wider
    start = f"import _recorder.tracer\n_recorder.tracer.run(_source, _typed, _options, {threads})"
    step = Step("exec", start, {"_source": source, "_typed": typed, "_options": options})
    outcome = sandbox.run(Job({SNIPPET: source, **recorder()}, None, [[step]], limits))
    if isinstance(outcome, Unreadable):
        return outcome
    return _trace(outcome, source, typed, bounds)


def _trace(outcome: JobOutcome, source: str, typed: str, bounds: Bounds) -> Trace:
    told = outcome.groups[0][0] if outcome.groups else outcome.load
    assert told is not None
    reading = Reading(bounds.first)
    reading.read(told.output)
    ended = reading.ended or _stopped(told.result)
    count = reading.count or bounds.first + len(reading.steps)
    return Trace(
        engine=outcome.engine,
        python=reading.python,
        bits=reading.bits,
        source=source,
        typed=typed,
        first=bounds.first,
        steps=tuple(reading.steps),
        ended=ended,
        count=count,
        counted_all=reading.ended is not None and count < bounds.options()["counted"] and reading.bound != "lost",
        bound=reading.bound,
        rest=reading.rest,
        unprinted=reading.unprinted,
        failure=reading.failure,
    )


def _stopped(result: object) -> Ended:
    """How an execution ended that could not tell it itself."""
    if isinstance(result, Stopped):
        return Ended("stopped", why=result.why.value, text=result.detail)
    if isinstance(result, Raised):  # the program took the recorder apart, or ran out of stack
        return Ended(
            "raised",
            result.type.removeprefix("builtins."),
            result.text[:200],
            next((f.line for f in result.frames[::-1] if f.file == SNIPPET), 0),
        )
    return Ended("stopped", why="forbidden")


@cache
def recorder() -> Mapping[str, str]:
    """The recorder's files, by their names in a job."""
    return {f"_recorder/{path.name}": path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parent / "inside").glob("*.py"))}
