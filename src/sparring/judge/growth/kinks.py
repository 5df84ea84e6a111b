"""Is it a logarithm, or a kink that looks like one? Two explanations of the whole curve, compared.

Theory of operation. CPython keeps the integers up to 256 ready, so a loop over indices becomes dearer per step from n = 256 on: a kink, which over a decade
or two passes for a logarithm. So the curve is explained twice, with and without n^p·log n, and both explanations may bend at one of KINKS. If the
logarithm is real, the explanation without it fits clearly worse.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress, product

from sparring.judge.growth.exact import Point, one, power, power_log
from sparring.judge.growth.squares import Term, weighted

KINKS = (91, 128, 181, 256, 362, 512)
"""Where the curve may bend: 256, and what a body makes of it that computes 2·i or i / 2."""

OBVIOUS, NEEDED, ALLOWED, USELESS = 0.4, 0.72, 0.97, 0.9
"""The residual with the logarithm as a part of that without: up to these it is obvious, needed, allowed; from the last on it is useless."""

SHARE, DOMINANT, TRACE, WELL = 0.14, 0.75, 0.06, 0.02
"""The least share of the largest cost that a logarithm has, and that of an obvious one; less than a trace is none if the residual without it is at most WELL."""


@dataclass(frozen=True, slots=True)
class Logarithm:
    """What the whole curve says of a logarithmic term: its share of the largest cost (0: none fits), the residuals with it and without."""

    share: float
    having: float
    without: float

    @property
    def needed(self) -> bool:
        """Whether the curve cannot do without it."""
        return self.share >= SHARE and self.having <= NEEDED * self.without

    @property
    def obvious(self) -> bool:
        """Whether the curve is a different one with it."""
        return self.share >= DOMINANT and self.having <= OBVIOUS * self.without

    @property
    def allowed(self) -> bool:
        """Whether it does no harm."""
        return self.share >= SHARE and self.having <= ALLOWED * self.without

    @property
    def useless(self) -> bool:
        """Whether it explains nothing."""
        return self.having >= USELESS * self.without

    @property
    def absent(self) -> bool:
        """Whether the curve is well explained without it and hardly finds any."""
        return self.share <= TRACE and self.without <= WELL


def with_kinks(points: Sequence[Point], degree: int, noise: float) -> Logarithm:
    """Compare the explanations for the leading degree 1 or 2."""
    lower = [one, *(power(exponent) for exponent in range(1, degree + 1))]
    without = _explain(points, lower, [], degree, noise)
    having = _explain(points, lower, [power_log(degree)], degree, noise)
    if without is None:
        return Logarithm(0.0, 1.0, 1.0)
    if having is None:
        return Logarithm(0.0, without[0], without[0])
    size, cost = points[-1]
    return Logarithm(having[1] * power_log(degree)(size) / max(cost, noise), having[0], without[0])


def _explain(points: Sequence[Point], lower: Sequence[Term], last: Sequence[Term], degree: int, noise: float) -> tuple[float, float] | None:
    """(residual, last coefficient) of the best explanation in which kink and logarithm only add to the cost; None if there is none."""
    sizes, costs = [n for n, _ in points], [cost for _, cost in points]
    found: list[tuple[float, float]] = []
    for kink in _kinks(degree):
        terms = [*lower, *kink, *last]
        if len(terms) < len(points):
            coefficients, residual = weighted(sizes, costs, terms, noise)
            if min(coefficients[len(lower) :], default=0.0) >= 0:
                found.append((residual, coefficients[-1]))
    return min(found, default=None)


def _kinks(degree: int) -> list[list[Term]]:
    """No kink, or at each place one in each subset of the degrees."""
    found: list[list[Term]] = [[]]
    for place in KINKS:
        bends = [_bend(place, exponent) for exponent in range(1, degree + 1)]
        found += [list(compress(bends, chosen)) for chosen in product((False, True), repeat=degree) if any(chosen)]
    return found


def _bend(place: int, exponent: int) -> Term:
    return lambda n: max(0.0, n - place) ** exponent
