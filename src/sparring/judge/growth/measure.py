"""Measures how cost grows: climbs a ladder of sizes until the classes separate or the budget is used up.

Everything is counted in instructions, so the same program gets the same sizes, the same costs and the same class everywhere.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from sparring.core.plain import Plain
from sparring.judge.growth.classes import UNDECIDED
from sparring.judge.growth.exact import Point
from sparring.judge.growth.fit import NOISE, Fit, fit
from sparring.judge.growth.ladder import PROBE, Ladder, explodes, predicted, single_steps
from sparring.judge.growth.subject import Inputs, Sample, Sizes, Subject, generate, measure
from sparring.sandbox.interface import Limits, Sandbox

DEFAULT_SIZES = (64, 128, 256, 512)
What = Literal["time", "memory"]


@dataclass(frozen=True, slots=True)
class Budget:
    """What one curve may use, in instructions: `instructions` for everything (a second or less on a usual machine), `input_instructions` for making and handing
    over one input. `enough_size` and `enough_cost`: a class that is decided is believed from there on. Bytes per interpreter.
    """

    instructions: int = 5_000_000_000
    input_instructions: int = 600_000_000
    enough_size: int = 4096
    enough_cost: int = 400_000_000
    memory_bytes: int = 512 << 20


@dataclass(frozen=True, slots=True)
class Curve:
    """Costs by size, and what they show. `unit`: `instructions` or `bytes`. `ended`: why no larger size was measured (`decided`, `budget`,
    `largest`, or a Sample's `why`), `detail` in words where there are any.
    """

    sizes: tuple[int, ...]
    costs: tuple[int, ...]
    fit: Fit
    unit: str
    ended: str
    detail: str = ""

    @property
    def growth(self) -> str:
        """The class, or `undecided`."""
        return self.fit.growth


@dataclass(frozen=True, slots=True)
class Growth:
    """How a program's cost grows. `engine`: the id that the counts are comparable within; `instructions`: what measuring took, all included."""

    time: Curve
    memory: Curve | None
    engine: str
    instructions: int


@dataclass(frozen=True, slots=True)
class TwoWays:
    """How the cost grows with each of two sizes while the other stays at `fixed`, and with both together."""

    n: Curve
    m: Curve
    both: Curve
    fixed: int


def measure_growth(
    sandbox: Sandbox,
    subject: Subject,
    inputs: Inputs,
    sizes: Sequence[int] = DEFAULT_SIZES,
    *,
    memory: bool = False,
    budget: Budget | None = None,
) -> Growth:
    """Measure time and, if asked, memory. `sizes`: those that must be among the measured if the budget allows (smaller and larger ones are added).

    Raises JudgeError only for failures of ours: what the program does is told in the curves.
    """
    budget = budget or Budget()
    time, spent = _climb(sandbox, subject, inputs, sizes, budget, "time", _same)
    if not memory:
        return Growth(time, None, sandbox.engine_id, spent)
    bytes_curve, more = _climb(sandbox, subject, inputs, sizes, budget, "memory", _same)
    return Growth(time, bytes_curve, sandbox.engine_id, spent + more)


def measure_two_ways(
    sandbox: Sandbox,
    subject: Subject,
    inputs: Inputs,
    sizes: Sequence[int] = DEFAULT_SIZES,
    *,
    fixed: int = 64,
    budget: Budget | None = None,
) -> TwoWays:
    """Measure a program whose input has two sizes: `generate(n, m)` or `generate(n, m, random)`. Each curve has the whole budget."""
    budget = budget or Budget()
    ways: tuple[Callable[[int], Sizes], ...] = (lambda n: (n, fixed), lambda m: (fixed, m), lambda n: (n, n))
    n, m, both = (_climb(sandbox, subject, inputs, sizes, budget, "time", way)[0] for way in ways)
    return TwoWays(n, m, both, fixed)


def costs_at(sandbox: Sandbox, subject: Subject, inputs: Inputs, sizes: Sequence[int], budget: Budget | None = None) -> tuple[Sample, ...]:
    """The costs at exactly these sizes, in instructions (a reference beside a candidate)."""
    climb = _Climb(sandbox, subject, inputs, budget or Budget(), "time", _same)
    return tuple(climb.sample(sizes))


def _same(n: int) -> Sizes:
    return (n,)


class _Climb:
    """One curve in the making."""

    def __init__(self, sandbox: Sandbox, subject: Subject, inputs: Inputs, budget: Budget, what: What, way: Callable[[int], Sizes]) -> None:
        self.sandbox, self.subject, self.inputs, self.budget = sandbox, subject, inputs, budget
        self.what, self.way = what, way
        self.points: list[Point] = []
        self.spent = 0
        self.input_spent = 0
        self.hidden = 0
        self.between: frozenset[int] = frozenset()

    @property
    def left(self) -> int:
        return max(self.budget.instructions - self.spent, 0)

    def sample(self, sizes: Sequence[int]) -> list[Sample]:
        """Generate inputs for `sizes` and measure them."""
        limit = min(self.left, self.budget.input_instructions)
        limits = Limits(limit, limit, self.budget.memory_bytes, result_bytes=64 << 20)
        made, spent = generate(self.sandbox, self.inputs, [self.way(n) for n in sizes], limits)
        self.spent += spent
        self.input_spent = spent // max(1, len(sizes))
        inputs: list[tuple[int, Plain]] = [(n, value) for n, value in zip(sizes, made, strict=True) if not isinstance(value, Sample)]
        failed = [value for value in made if isinstance(value, Sample)]
        limits = replace(limits, instructions=self.left + limit, step_instructions=max(self.left, 1), result_bytes=1 << 20)
        measured = measure(self.sandbox, self.subject, inputs, limits, self.what) if inputs else []
        self.spent += sum(sample.spent for sample in measured)
        return sorted([*failed, *measured], key=lambda sample: sample.size)

    def add(self, sizes: Sequence[int]) -> Sample | None:
        """Measure `sizes` and keep what came out; the first failure that is more than a size that is too small for generator or program."""
        trouble: Sample | None = None
        for sample in self.sample(sizes):
            if sample.cost is not None:
                self.points.append((sample.size, sample.cost))
                trouble = None
            elif sample.why == "hidden":
                self.hidden = int(sample.detail)
            else:
                trouble = trouble or sample
        self.points.sort()
        return trouble

    def fit(self) -> Fit:
        if self.what == "time":
            return fit(*_columns(self.points))
        if not self.points and self.hidden:
            return fit((4, 16, 64, 256, 1024), (self.hidden,) * 5)
        return fit(*_columns(self.points), noise=NOISE)


def _columns(points: Sequence[Point]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    return tuple(n for n, _ in points), tuple(cost for _, cost in points)


def _climb(
    sandbox: Sandbox, subject: Subject, inputs: Inputs, sizes: Sequence[int], budget: Budget, what: What, way: Callable[[int], Sizes]
) -> tuple[Curve, int]:
    climb = _Climb(sandbox, subject, inputs, budget, what, way)
    ladder = Ladder(sizes[0], tuple(sizes))
    climb.between, rungs = ladder.between, ladder.rungs
    ended, detail = _ascend(climb, rungs, max(sizes))
    columns = _columns(climb.points)
    unit = "instructions" if what == "time" else "bytes"
    return Curve(*columns, climb.fit(), unit, ended, detail), climb.spent


def _ascend(climb: _Climb, rungs: Sequence[int], must: int) -> tuple[str, str]:
    """Measure rung after rung; why it ended, and the details."""
    probes = [n for n in rungs if n <= PROBE]
    rest = [n for n in rungs if n > PROBE]
    for n in probes:
        trouble = climb.add([n])
        if explodes(climb.points) or (trouble and trouble.why == "time-limit"):
            return _follow(climb)
    while rest:
        batch = _next(climb, rest)
        if not batch:
            return "budget", ""
        trouble = climb.add(batch)
        rest = [n for n in rest if n > batch[-1]]
        if trouble and batch[-1] >= must:
            return trouble.why, trouble.detail
        if explodes(climb.points):
            return _follow(climb)
        if batch[-1] >= must and _enough(climb, batch[-1]):
            return "decided", ""
    return "largest", ""


def _next(climb: _Climb, rest: Sequence[int]) -> list[int]:
    """The rungs that together are predicted to take at most an eighth of what is left; one that takes more only if it fits alone."""
    batch: list[int] = []
    total = 0.0
    for n in rest:
        if n in climb.between and batch and predicted(climb.points, n) > climb.left / 20:
            continue
        total += predicted(climb.points, n) + climb.input_spent
        if total > climb.left / 8 and batch:
            break
        if total > climb.left:
            break
        batch.append(n)
        if len(batch) == 4:
            break
    return batch


def _follow(climb: _Climb) -> tuple[str, str]:
    """Single steps where the cost explodes."""
    if climb.points:
        steps = single_steps(climb.points, min(climb.left / 8, climb.budget.enough_cost))
        trouble = climb.add(steps) if steps else None
        if trouble:
            return trouble.why, trouble.detail
    return ("decided" if climb.fit().growth != UNDECIDED else "budget"), ""


def _enough(climb: _Climb, size: int) -> bool:
    dear = climb.points and climb.points[-1][1] >= climb.budget.enough_cost
    return bool(size >= climb.budget.enough_size or dear) and climb.fit().growth != UNDECIDED
