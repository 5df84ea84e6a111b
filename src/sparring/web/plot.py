"""A cost curve as a drawing: where lines, points and figures stand, in percent of the picture, both scales logarithmic. Pure."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from sparring.core.evidence import CostCurve
from sparring.judge.growth import exceeds

LEFT, RIGHT, TOP, BOTTOM = 12.0, 92.0, 10.0, 84.0
_SUPERSCRIPTS = str.maketrans("0123456789n", "⁰¹²³⁴⁵⁶⁷⁸⁹ⁿ")


@dataclass(frozen=True, slots=True)
class Point:
    """A place in the picture, in percent."""

    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Tick:
    """A figure beside a scale, and where."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Plot:
    """The drawing. `fine`: the answer grows as declared. `above`: its end lies above the reference's, so its label does too."""

    yours: tuple[Point, ...]
    wanted: tuple[Point, ...]
    across: tuple[float, ...]
    up: tuple[Tick, ...]
    fine: bool
    above: bool

    @property
    def early(self) -> int:
        """The number of a point in the first third: a label below a rising curve starts there, and the curve rises away from it."""
        return len(self.yours) // 3

    @property
    def your_lines(self) -> tuple[tuple[Point, Point], ...]:
        """Your curve, piece by piece."""
        return tuple(zip(self.yours, self.yours[1:], strict=False))

    @property
    def wanted_lines(self) -> tuple[tuple[Point, Point], ...]:
        """The reference's curve, piece by piece."""
        return tuple(zip(self.wanted, self.wanted[1:], strict=False))


def plot(curve: CostCurve) -> Plot | None:
    """The drawing of a curve; None where there is nothing to draw (fewer than two sizes)."""
    if len(curve.sizes) < 2 or len(curve.costs) != len(curve.sizes):
        return None
    values = [max(1, cost) for cost in (*curve.costs, *curve.reference)]
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    high = max(high, low + 1)
    across = tuple(_between(math.log(max(size, 1)), [math.log(max(s, 1)) for s in curve.sizes], LEFT, RIGHT) for size in curve.sizes)

    def height(cost: int) -> float:
        return round(BOTTOM - (math.log10(max(1, cost)) - low) / (high - low) * (BOTTOM - TOP), 1)

    def points(costs: Sequence[int]) -> tuple[Point, ...]:
        return tuple(Point(x, height(cost)) for x, cost in zip(across, costs, strict=False))

    yours, wanted = points(curve.costs), points(curve.reference)
    step = max(1, math.ceil((high - low) / 5))
    up = tuple(Tick(height(10**power), power_of_ten(power)) for power in range(low, high + 1, step))
    above = not wanted or yours[-1].y <= wanted[-1].y
    return Plot(yours, wanted, across, up, not exceeds(curve.measured, curve.declared), above)


def _between(value: float, values: Sequence[float], start: float, end: float) -> float:
    low, high = min(values), max(values)
    return round(start + (value - low) / ((high - low) or 1) * (end - start), 1)


def power_of_ten(power: int) -> str:
    """`10⁶`."""
    return "10" + str(power).translate(_SUPERSCRIPTS)
