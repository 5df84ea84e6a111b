"""Which sizes to measure next: doublings, with steps between them; single steps where the cost explodes. Pure."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from sparring.judge.growth.exact import Point

SMALLEST = 4
LARGEST = 1 << 17
PROBE = 16
"""Up to this size everything is tried blindly: even 2^16 calls are few."""

EXPLODES = 18.0
"""A cost that grows by more than this from n to 2n (n³ grows by 8) is followed in single steps."""

DEAR = 100_000
"""Instructions below which a jump means nothing."""


@dataclass(frozen=True, slots=True)
class Ladder:
    """Doublings downwards and upwards from `start`, and the sizes that were asked for.

    `between`: n·√2, which show where a kink stands and may be left out where they are dear.
    """

    start: int
    asked: tuple[int, ...]

    @property
    def doublings(self) -> tuple[int, ...]:
        """From SMALLEST to LARGEST through `start`."""
        down = [self.start >> k for k in range(self.start.bit_length()) if self.start >> k >= SMALLEST]
        return (*reversed(down), *(self.start << k for k in range(1, 18) if self.start << k <= LARGEST))

    @property
    def between(self) -> frozenset[int]:
        """The sizes half-way (in ratio) between two doublings."""
        return frozenset(math.isqrt(2 * n * n) for n in self.doublings) - set(self.asked)

    @property
    def rungs(self) -> tuple[int, ...]:
        """All sizes, ascending."""
        return tuple(sorted({*self.doublings, *self.between, *self.asked}))


def explodes(points: Sequence[Point]) -> bool:
    """Whether the last cost is dear and so much above that of half the size that doubling on is hopeless."""
    if len(points) < 2:
        return False
    size, cost = points[-1]
    half = [other for other in points if other[0] <= 0.55 * size]
    return bool(half) and cost > DEAR and cost > EXPLODES * max(half[-1][1], 1000)


def single_steps(points: Sequence[Point], budget: float) -> list[int]:
    """Sizes around the last points in steps of one: those left out below, and those above until the predicted cost reaches `budget`."""
    size, cost = points[-1]
    known = {n for n, _ in points}
    below = points[max(0, len(points) - 3)]
    rate = math.log(cost / max(below[1], 1000)) / (size - below[0])
    most = int(math.log(max(budget / cost, 1.0)) / max(rate, 0.05))
    low = max(SMALLEST, size - 8)
    return [n for n in range(low, size + min(most, 8) + 1) if n not in known]


def predicted(points: Sequence[Point], size: int) -> float:
    """What the cost at `size` may be: the last local exponent (at least 1) carried on, and a quarter more."""
    if len(points) < 3:
        return 0.0
    (n1, c1), (n2, c2) = points[-3], points[-1]
    exponent = math.log(max(c2, 1) / max(c1, 1)) / math.log(n2 / n1) if c1 > 1000 else 1.0
    return 1.25 * max(c2, 0) * math.pow(size / n2, max(exponent, 1.0))
