"""Exact solutions on few points: how large a share of the cost a term has, right where the input is largest.

Through three sizes that stand in a geometric ratio there is exactly one curve a·f(n) + b·g(n) + c·h(n). Counts carry no noise, so the share of the
leading term c·h(n) is an observation and no estimate. What is not smooth (a table that doubles, small integers that need no memory) upsets a few of
these triples and leaves the others alone: hence medians over triples.
"""

import math
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass

Term = Callable[[float], float]
Point = tuple[int, int]


def log(n: float) -> float:
    """Base 2, and 0 for sizes below 1."""
    return math.log2(n) if n > 1 else 0.0


def one(_: float) -> float:
    """The constant term."""
    return 1.0


def power(exponent: int) -> Term:
    """The term n ** exponent."""
    return lambda n: n**exponent


def power_log(exponent: int) -> Term:
    """The term n ** exponent * log2 n."""
    return lambda n: n**exponent * log(n)


SHAPES: dict[str, Term] = {
    "1": one,
    "log n": log,
    "n": power(1),
    "n log n": power_log(1),
    "n^2": power(2),
    "n^2 log n": power_log(2),
    "n^3": power(3),
}
"""The leading terms of the classes below the exponential ones."""

Triple = tuple[Point, Point, Point]


def triples(points: Sequence[Point], ratio: int) -> list[Triple]:
    """All (n, ratio·n, ratio²·n) among the points, smallest first; sizes may be off by 7 % (25, 50, 100 has 12 or 13 below it)."""
    found: list[Triple] = []
    for first in points:
        second = _nearest(points, first[0] * ratio)
        third = _nearest(points, second[0] * ratio) if second else None
        if second and third:
            found.append((first, second, third))
    return found


def _nearest(points: Sequence[Point], size: float) -> Point | None:
    at = bisect_left(points, (size, 0))
    best = min(points[max(at - 1, 0) : at + 1], key=lambda point: abs(point[0] - size))
    return best if abs(best[0] / size - 1) <= 0.07 else None


def chain(points: Sequence[Point]) -> list[Point]:
    """The points in doublings down from the largest: what counts the bits of n makes stairs between them."""
    found = list(points[-1:])
    while found and (below := _nearest(points, found[0][0] / 2)) and below < found[0]:
        found.insert(0, below)
    return found


def leading(triple: Triple, terms: Sequence[Term]) -> float:
    """The coefficient of the last of three terms in the only curve through three points (Cramer's rule)."""
    rows = [[term(n) for term in terms] for n, _ in triple]
    whole = _determinant(rows)
    with_costs = _determinant([[*row[:2], float(cost)] for row, (_, cost) in zip(rows, triple, strict=True)])
    return with_costs / whole if whole else 0.0


def _determinant(m: Sequence[Sequence[float]]) -> float:
    (a, b, c), (d, e, f), (g, h, i) = m
    return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)


@dataclass(frozen=True, slots=True)
class Share:
    """The share that the leading term has of the cost at `size`, the largest of its triple."""

    size: int
    value: float


def shares(points: Sequence[Point], terms: Sequence[Term], floor: float, ratio: int) -> list[Share]:
    """The leading term's share of the cost for each triple of that ratio, by size; a cost below `floor` counts as that."""

    def of(triple: Triple) -> Share:
        size, cost = triple[-1]
        return Share(size, leading(triple, terms) * terms[-1](size) / max(cost, floor))

    return sorted(map(of, triples(points, ratio)), key=lambda share: share.size)


def recent(found: Sequence[Share], doublings: float) -> list[float]:
    """The shares of the last so many doublings; all triples count alike, whether they stand on full doublings or between."""
    return [share.value for share in found if share.size * 2 ** (doublings - 0.5) > found[-1].size]
