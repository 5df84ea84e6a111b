"""Profiles one call: four runs of it, each in a fresh interpreter, so that no way of looking disturbs another.

The plain cost, the cost by line, the cost by function, and the bytes; the last run repeats the one before, which is possible because the engine runs the same call the same way,
and stops to look at the moment when most was held.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from sparring.core.plain import Plain
from sparring.judge.growth.subject import Inputs, Sample, Subject, generate
from sparring.judge.profile.model import FunctionCost, LineBytes, LineCost, Profile
from sparring.sandbox.interface import Job, JobOutcome, Limits, Raised, Sandbox, Step, Stopped, Unreadable, Value

LIMITS = Limits(
    instructions=20_000_000_000,
    step_instructions=8_000_000_000,
    memory_bytes=512 << 20,
    result_bytes=16 << 20,
    cpu_seconds=20.0,
    wall_seconds=60.0,
)
SIZES = (16, 64, 256, 1024, 4096)
ENOUGH = 5_000_000
"""A call that costs so many instructions (or a tenth of it in nanoseconds) shows where they go; larger inputs only take longer to watch."""


class FailedError(Exception):
    """No answer: why, and details."""

    def __init__(self, why: str, detail: str) -> None:
        super().__init__(why, detail)
        self.why, self.detail = why, detail


@dataclass(frozen=True, slots=True)
class Profiler:
    """Runs one subject on one sandbox."""

    sandbox: Sandbox
    subject: Subject
    inputs: Inputs
    exact: bool = True

    def profile(self, size: int | None = None) -> Profile:
        """The profile at `size`, else at the first size that costs enough to show where it goes."""
        unit = "instructions" if self.exact else "nanoseconds"
        at = size or SIZES[0]
        try:
            at, arguments, cost = self._sized(size)
            profile = Profile(self.sandbox.engine_id, unit, at, cost)
            share, lines = self._lines(arguments, cost)
            profile = replace(profile, accounted=share, lines=lines, functions=self._functions(arguments, cost))
            return self._with_memory(profile, arguments)
        except FailedError as failed:
            return Profile(self.sandbox.engine_id, unit, at, why=failed.why, detail=failed.detail)

    def _sized(self, size: int | None) -> tuple[int, Plain, int]:
        sizes = (size,) if size else SIZES
        enough = ENOUGH if self.exact else ENOUGH // 10
        found: tuple[int, Plain, int] | None = None
        for at in sizes:
            try:
                arguments = self._arguments(at)
                cost = self._number(self._ask("total({function}, _args)", arguments))
            except FailedError:
                if found is None and at == sizes[-1]:
                    raise
                if found is not None:
                    break
                continue
            settled = found is not None and cost < 1.3 * found[2]
            found = at, arguments, cost
            if cost >= enough or settled:
                break
        assert found is not None
        return found

    def _arguments(self, size: int) -> Plain:
        limits = replace(LIMITS, result_bytes=64 << 20)
        ((made, _),) = generate(self.sandbox, self.inputs, [(size,)], limits)
        if isinstance(made, Sample):
            raise FailedError(made.why, made.detail)
        return made

    def _lines(self, arguments: Plain, cost: int) -> tuple[float, tuple[LineCost, ...]]:
        rows: dict[int, list[float]] = {}
        every, found = self._rows(self._ask("by_line({function}, _args, {files}, {cost})", arguments, cost=cost))
        for file, line, hits, own, whole in found:
            if self._is_main(file):
                row = rows.setdefault(line, [0, 0, 0])
                row[:] = row[0] + hits, row[1] + own, row[2] + whole
        lines = tuple(LineCost(line, int(hits), *_rounded(own, whole)) for line, (hits, own, whole) in sorted(rows.items()))
        return every / cost if cost else 1.0, lines

    def _functions(self, arguments: Plain, cost: int) -> tuple[FunctionCost, ...]:
        found = [
            FunctionCost(name, self.subject.main if self._is_main(file) else _module(file), line, calls, first, *_rounded(own, whole))
            for file, line, name, calls, first, own, whole in self._rows(
                self._ask("by_function({function}, _args, {cost})", arguments, cost=cost)
            )
        ]
        return tuple(sorted((each for each in found if each.calls), key=lambda each: -each.own))

    def _with_memory(self, profile: Profile, arguments: Plain) -> Profile:
        call = "by_bytes({function}, _args, {files}, " + "{until})"
        peak, until, (_, line), _, _ = self._rows(self._ask(call, arguments, until=-1))
        _, _, _, peaks, held = self._rows(self._ask(call, arguments, until=int(until)))
        lines: dict[int, list[int]] = {}
        for file, at, most in peaks:
            if self._is_main(file):
                lines.setdefault(at, [0, 0, 0])[2] = int(most)
        for file, at, size, blocks in held:
            if self._is_main(file):
                row = lines.setdefault(at, [0, 0, 0])
                row[:2] = row[0] + int(size), row[1] + int(blocks)
        memory = tuple(LineBytes(at, *row) for at, row in sorted(lines.items()) if any(row[:2]))
        return replace(profile, peak=int(peak), peak_line=int(line), memory=memory)

    def _is_main(self, file: str) -> bool:
        return file == self.subject.main or file.endswith("/" + self.subject.main)

    def _ask(self, call: str, arguments: Plain, until: int = 0, cost: int = 0) -> Plain:
        module = self.subject.main.removesuffix(".py").replace("/", ".")
        function = f"{module}.{self.subject.entry}"
        expression = "_profiler.profiler." + call.format(
            function=function, files=f"[{function}.__code__.co_filename]", until=until, cost=cost
        )
        steps = [Step("exec", f"import _profiler.profiler, {module}", {"_args": arguments}), Step("eval", expression)]
        outcome = self.sandbox.run(Job({**self.subject.files, **sources()}, None, [steps], LIMITS))
        if isinstance(outcome, Unreadable):
            raise FailedError("unreadable", f"{outcome.file}:{outcome.line}: {outcome.text}")
        return _value(outcome)

    @staticmethod
    def _number(value: Plain) -> int:
        if type(value) is not int:
            raise FailedError("forbidden", "forged answer")
        return value

    @staticmethod
    def _rows(value: Plain) -> list[Any]:
        if type(value) is not list:
            raise FailedError("forbidden", "forged answer")
        return value


def _value(outcome: JobOutcome) -> Plain:
    told = [step.result for step in (outcome.groups[0] if outcome.groups else (outcome.load,)) if step is not None]
    failed = next((result for result in told if not isinstance(result, Value)), told[-1])
    match failed:
        case Value(value=value):
            return value
        case Raised(type=kind, text=text, frames=frames):
            place = f" (line {frames[-1].line})" if frames else ""
            raise FailedError("exception", f"{kind.removeprefix('builtins.')}: {text}{place}"[:300])
        case Stopped(why=why, detail=detail):
            raise FailedError(why.value, detail)
    raise FailedError("exception", "no plain data")


def _rounded(own: float, whole: float) -> tuple[int, int]:
    """Whole numbers; what lies below zero is the calibration's uncertainty."""
    return max(0, round(own)), max(0, round(whole), round(own))


def _module(file: str) -> str:
    """`heapq` for whatever path a library's file has."""
    stem = file.rpartition("/")[2].removesuffix(".py")
    return stem if stem != "__init__" else file.rpartition("/")[0].rpartition("/")[2]


@cache
def sources() -> Mapping[str, str]:
    """The files of what measures inside, by their names in a job."""
    return {f"_profiler/{path.name}": path.read_text(encoding="utf-8") for path in sorted((Path(__file__).parent / "inside").glob("*.py"))}


def profile(
    sandbox: Sandbox, files: Mapping[str, str], entry: str, inputs: Inputs, size: int | None = None, *, exact: bool = True
) -> Profile:
    """Where a call of `entry` (of `solution.py` among `files`) on the generator's input of `size` spends its instructions and bytes."""
    return Profiler(sandbox, Subject(files, entry), inputs, exact).profile(size)
