"""Climbs a ladder of sizes until the class is decided or the budget is used up.

Everything is counted in instructions, so the same program gets the same sizes, the same costs and the same class everywhere.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from sparring.judge.growth.classes import CLASSES, UNDECIDED, exceeds
from sparring.judge.growth.exact import SHAPES, Point, chain, one
from sparring.judge.growth.fit import FAINT, FEWEST, Fit, fit
from sparring.judge.growth.ladder import PROBE, Ladder, explodes, predicted, single_steps
from sparring.judge.growth.making import Maker
from sparring.judge.growth.subject import Inputs, Sample, Sizes, Subject, charged, measure, uneven
from sparring.sandbox.interface import Limits, Sandbox

BATCH = 4
DEAR_BETWEEN = 20
"""A size between two doublings is left out if it is predicted to take more than this part of what is left."""
CLEAR = 0.5
"""The share of a logarithm that stairs do not imitate over a few doublings."""
BENDS = 2.5
"""How many times as much the cost of an item may rise with one doubling as with another where a logarithm is what makes it rise."""
LIKELY = 0.35
"""The share of one that they do not imitate either if it is not smaller than it was at the sizes before."""


@dataclass(frozen=True, slots=True)
class Budget:
    """What one curve may use.

    `instructions`: for everything (at most a second on a usual machine); `input_instructions`: for making one input. `enough_size`,
    `enough_cost`: from there on a class that is decided is believed, unless it would fail somebody or has an unclear logarithm. `memory_bytes`: of an interpreter.
    """

    instructions: int = 4_000_000_000
    input_instructions: int = 600_000_000
    enough_size: int = 4096
    enough_cost: int = 200_000_000
    memory_bytes: int = 512 << 20


@dataclass(frozen=True, slots=True)
class Aim:
    """What is to be found out: `sizes` that must be measured, how a size becomes the generator's, the class that may not be exceeded, and the one that somebody says it is:
    another is believed only after the whole budget was used to look for it.
    """

    sizes: tuple[int, ...]
    what: Literal["time", "memory"] = "time"
    declared: str | None = None
    claimed: str | None = None
    way: Callable[[int], Sizes] = lambda n: (n,)


DOUBLINGS, RISEN, LEVEL = 16, 1.15, 1.1
"""Over four doublings (16 times the size): what a logarithm adds at least (n log n over n adds 1.25 at a million items), and what the bytes of an item of
linear memory may differ by.
"""

ALIKE, TABLE, STEPPED, FEWEST_STEPS, NEAR = 0.02, 1.5, 3, 3, 0.2
"""Of a curve of steps: how much two costs on one step differ, by what factor a step rises, that every third size stands on the step of the one before, the steps that tell a
class, and how far the exponent of the costs just after them may be from a whole one.
"""

LEAST_RISE = {"n^2": 1.5, "n^2 log n": 1.5, "n^3": 2.5}
"""The exponent over four doublings below which bytes are of no such class: a buffer that is first needed at some size bends a line as if it were one."""

DECADE = 10
"""Peaks are called constant only where they are over sizes that rise by as much: a set's table lasts for four times the items."""


class Climb:
    """One curve in the making: what was measured so far and what that took."""

    def __init__(self, sandbox: Sandbox, subject: Subject, inputs: Inputs, budget: Budget, aim: Aim) -> None:
        self._sandbox, self._subject, self.budget, self.aim = sandbox, subject, budget, aim
        self._maker = Maker(sandbox, inputs, budget.memory_bytes)
        self.points: list[Point] = []
        self.spent = 0
        self._samples: list[Sample] = []
        self._found: Fit | None = None
        self.broke: Sample | None = None

    @property
    def left(self) -> int:
        """Instructions that may still be used."""
        return max(self.budget.instructions - self.spent, 0)

    def sample(self, sizes: Sequence[int], ahead: Sequence[int] = ()) -> list[Sample]:
        """Generate inputs for `sizes` and measure them: a sample for each, ascending. `ahead`: larger sizes that may follow."""
        wanted, later = ({n: self.aim.way(n) for n in each} for each in (sizes, ahead))
        self.spent += self._maker.make(wanted, later, max(min(self.left, self.budget.input_instructions), 1))
        made = {n: self._maker.made.pop(n) for n in sizes}
        failed = [value for value in made.values() if isinstance(value, Sample)]
        inputs = [(n, value) for n, value in made.items() if not isinstance(value, Sample)]
        room = self.left + self.budget.input_instructions
        limits = Limits(room, max(self.left, 1), self.budget.memory_bytes, result_bytes=1 << 20)
        measured = measure(self._sandbox, self._subject, inputs, limits, self.aim.what) if inputs else []
        self.spent += sum(sample.spent for sample in measured)
        return sorted([*failed, *measured], key=lambda sample: sample.size)

    def add(self, sizes: Sequence[int], ahead: Sequence[int] = ()) -> Sample | None:
        """Measure `sizes` and keep what came out. The last failure, unless a larger size went well (a size may be too small for generator or program)."""
        trouble: Sample | None = None
        for sample in self.sample(sizes, ahead):
            if sample.cost is not None:
                self._samples.append(sample)
                trouble = self.broke = None
            else:
                trouble = sample
                self.broke = self.broke or sample
        self.points = sorted((sample.size, sample.cost) for sample in charged(self._samples) if sample.cost is not None)
        return trouble

    def fit(self) -> Fit:
        """What the points show; a faint logarithm in bytes is more likely a matter of how large the allocator's and the integers' pieces are."""
        found = fit(*self.columns())
        hid = charged(self._samples) != self._samples  # that may count against it, never for it
        if uneven(self._samples) and not (hid and exceeds(found.growth, self.aim.declared or "")):
            return replace(found, growth=UNDECIDED)
        if self.aim.what == "time":
            return found
        deep = self.broke is not None and self.broke.detail.startswith("RecursionError")  # frames are no bytes of the allocator's
        return replace(found, growth=UNDECIDED) if deep else sure_of_bytes(self.points, found)

    def columns(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """Sizes and costs."""
        return tuple(n for n, _ in self.points), tuple(cost for _, cost in self.points)

    def enough(self, size: int) -> bool:
        """Whether the class can be believed by now. One that would fail somebody, or a faint logarithm, is looked at for as long as the budget allows."""
        dear = self.spent >= 4 * self.budget.enough_cost or (bool(self.points) and self.points[-1][1] >= self.budget.enough_cost)
        if size < self.budget.enough_size // 2 and not dear:
            return False
        before, self._found = self._found, self.fit()
        found = self._found
        if found.growth == UNDECIDED or (size < self.budget.enough_size and not dear):
            return False
        if not dear and size < 16 * self.budget.enough_size and self._lost(found.growth):
            return False
        if self.aim.claimed in CLASSES and found.growth != self.aim.claimed:
            return False
        if self.aim.declared in CLASSES:
            return not exceeds(found.growth, self.aim.declared or "")
        if not steady(self.points, found.growth) and not dear and size < 16 * self.budget.enough_size:
            return False
        grows = before is not None and before.growth == found.growth and before.log_share <= found.log_share and found.log_share >= LIKELY
        return found.log_share <= FAINT or found.log_share >= CLEAR or grows or size >= 16 * self.budget.enough_size

    def _lost(self, growth: str) -> bool:
        """Whether the last size alone denies a logarithm that all sizes before it show, and not a small one: the next tells which of them bends."""
        if self.aim.what != "time" or f"{growth} log n" not in CLASSES:
            return False
        sizes, costs = self.columns()
        before = fit(sizes[:-1], costs[:-1])
        return before.growth == f"{growth} log n" and before.log_share >= LIKELY

    def beyond(self, size: int) -> bool:
        """Whether a size is predicted to take more than is left."""
        return predicted(self.points, size) > self.left

    def next(self, rest: Sequence[int], optional: frozenset[int]) -> list[int]:
        """The sizes that together are predicted to take at most an eighth of what is left; one that takes more only if it fits alone."""
        batch: list[int] = []
        total = 0.0
        for n in rest:
            making = self._maker.predicted(n)
            cost = predicted(self.points, n) + 2 * making
            if n in optional and cost > self.left / DEAR_BETWEEN:
                continue
            total += cost
            if making > 1.5 * self.budget.input_instructions or total > (self.left / 8 if batch else self.left):
                break
            batch.append(n)
            if len(batch) == BATCH:
                break
        return batch


def steady(points: Sequence[Point], growth: str) -> bool:
    """Whether the logarithm of a class adds about as much with each of the last doublings; where it does not, something bends the curve that larger sizes will name."""
    plain = growth.removesuffix(" log n")
    if plain == growth or plain not in SHAPES:
        return True
    items = [cost / SHAPES[plain](n) for n, cost in chain(points)][-4:]
    added = [after - before for before, after in pairwise(items)]
    return not added or max(added) <= BENDS * min(added)


def sure_of_bytes(points: Sequence[Point], found: Fit) -> Fit:
    """The fit of peak bytes with a logarithm only where it is clear, and the bytes of an item rise with it: the allocator's pieces and tables that grow by
    steps imitate one. Where those bytes stay the same over four doublings the class is the one without.
    """
    if found.growth == "1" and points[-1][0] < DECADE * points[0][0]:
        return replace(found, growth=UNDECIDED)
    if found.growth in LEAST_RISE and _rise(points) < LEAST_RISE[found.growth]:
        return replace(found, growth=UNDECIDED)
    if in_steps(points):
        return replace(found, growth=_of_steps(points, found.growth))
    plain = found.growth.removesuffix(" log n")
    if plain == found.growth or plain not in SHAPES:
        return found
    rise = risen(points, plain)
    if rise >= RISEN and found.log_share >= CLEAR:
        return found
    each = [cost / SHAPES[plain](n) for n, cost in points if DOUBLINGS * n >= points[-1][0]]
    level = len(points) > len(each) >= FEWEST and max(each) <= LEVEL * min(each)
    return replace(found, growth=plain if level else UNDECIDED)


def _rise(points: Sequence[Point]) -> float:
    """The exponent of the bytes over the last four doublings, bends and all."""
    early = next(point for point in points if DOUBLINGS * point[0] >= points[-1][0])
    return math.log(max(points[-1][1], 1) / max(early[1], 1)) / math.log(points[-1][0] / early[0])


def in_steps(points: Sequence[Point]) -> bool:
    """Whether a good part of the sizes takes as much as the one before, and others leap: a table that grows by doubling."""
    same = [abs(after - before) <= ALIKE * before for (_, before), (_, after) in pairwise(points)]
    leaps = [after >= TABLE * before for (_, before), (_, after) in pairwise(points)]
    return len(points) >= 2 and STEPPED * sum(same) >= len(same) and any(leaps)


def _of_steps(points: Sequence[Point], growth: str) -> str:
    """The class of a curve of steps: that of the costs just after them, where there are enough; what is constant stays so.

    Between two steps nothing is learnt, so one step of a table tells no class: how often it comes does.
    """
    after = [late for early, late in pairwise(points) if late[1] >= TABLE * early[1]]
    if growth == "1" or len(after) < FEWEST_STEPS:
        return growth if growth == "1" else UNDECIDED
    (n1, c1), (n2, c2) = after[0], after[-1]
    exponent = math.log(c2 / c1) / math.log(n2 / n1)
    return next((name for power, name in ((1, "n"), (2, "n^2"), (3, "n^3")) if abs(exponent - power) <= NEAR), UNDECIDED)


def risen(points: Sequence[Point], growth: str) -> float:
    """How many times what class `growth` explains the cost rises over the last four doublings."""
    shape = SHAPES.get(growth, one)
    first = next((n, cost) for n, cost in points if DOUBLINGS * n >= points[-1][0])
    (early, before), (late, after) = first, points[-1]
    return (after / shape(late)) / max(before / shape(early), 1e-9) if shape(early) and shape(late) else math.inf


def climb(up: Climb) -> tuple[str, str]:
    """Measure size after size; why it ended, and the details (see `Curve.ended`)."""
    ladder = Ladder(up.aim.sizes[0], up.aim.sizes)
    trouble: Sample | None = None
    for n in (n for n in ladder.rungs if n <= PROBE):
        trouble = up.add([n], [later for later in ladder.rungs if later > n])
        if explodes(up.points) or (trouble and trouble.why == "time-limit"):
            return _follow(up)
    if trouble and trouble.why == "generator" and not up.points and trouble.detail.startswith("time-limit"):
        return trouble.why, trouble.detail  # it hangs: so it will with larger inputs
    return _ascend(up, [n for n in ladder.rungs if n > PROBE], ladder.between)


def _ascend(up: Climb, rest: list[int], optional: frozenset[int]) -> tuple[str, str]:
    must = max(up.aim.sizes)
    while rest:
        batch = up.next(rest, optional)
        if not batch:
            return "budget", ""
        trouble = up.add(batch, [n for n in rest if n > batch[-1]])
        if trouble and (batch[-1] >= must or trouble.why in ("time-limit", "memory-limit", "unreadable")):
            return trouble.why, trouble.detail
        if explodes(up.points):
            return _follow(up)
        if (batch[-1] >= must or up.beyond(must)) and up.enough(batch[-1]):
            return "decided", ""
        rest = [n for n in rest if n > batch[-1]]
    return "largest", ""


def _follow(up: Climb) -> tuple[str, str]:
    """Single steps where the cost explodes."""
    steps = single_steps(up.points, min(up.left / 8, up.budget.enough_cost)) if up.points else []
    trouble = up.add(steps) if steps else None
    if trouble:
        return trouble.why, trouble.detail
    return ("decided" if up.fit().growth != UNDECIDED else "budget"), ""
