"""Which class of growth do exact costs show? Pure: sizes and costs in, a decision with its evidence out.

Theory of operation. A least-squares fit over all classes is easily fooled: n log n over two decades is nearly a straight line, and one kink (integers
above 256 need memory, a table doubles) bends every curve. But the costs are exact, so the question can be asked locally and more than once: what
share of the cost has a term of degree p, in the only curve through (n, 2n, 4n)? Then

1. cost that rises by a factor per *step* of n is exponential;
2. cost that does not rise is constant;
3. the degree is the highest whose share is large: at least SURE, or MOST and rising as it must when lower terms fade;
4. within a degree, the share of n^p·log n is the median over several triples; kinks upset few of them, tables that grow fourfold cancel at ratio 4, and
   a staircase that only resembles a logarithm dies out towards the top.

Anything between the thresholds is `undecided`: the caller measures larger inputs, or says so. So is a cost that falls, or leaps, where inputs are largest: it is that of several
functions (one for even sizes, one from a thousand on), and no curve through three sizes tells of any of them.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from statistics import fmean, median

from sparring.judge.growth.classes import CLASSES, UNDECIDED
from sparring.judge.growth.exact import SHAPES, Point, Term, chain, log, one, power, power_log, recent, shares
from sparring.judge.growth.kinks import with_kinks
from sparring.judge.growth.squares import relative_residual

NOISE = 400
"""Instructions by which two counts of equal work may differ: the allocator's state moves with the addresses of the input."""

FEWEST = 5
"""Sizes below which nothing is decided."""

SURE, MOST, LITTLE = 0.7, 0.5, 0.3
"""Shares of a degree: it leads; it leads if it is still rising; it does not lead."""

NONE, LOG, STRONG, MIDDLING, DOMINANT = 0.03, 0.1, 0.3, 0.5, 0.75
"""Local shares of the logarithmic term: there is none whatever the whole curve says; there is one if the whole curve needs it; less than that is none if it
does not (allocators and hash tables creep as much), more is one if it allows it (degree 1, where sizes are large); none if neither curve nor doublings have a
use for it; one if the curve allows it and finds as much.
"""

FAINT = 0.07
"""A logarithm's share up to which nobody need look further."""

SPAN, FALL, LEAP = 20, 0.25, 3.5
"""Over the sizes from a 20th of the largest on an honest cost was never seen to fall (data that is drawn may do it), and from one size to the next to rise by more than the
degree and 0.8; a set's memory, whose table grows fourfold, rises by the degree and 3.
"""

ABSENT, IMPOSSIBLE, SETTLED, PAST = 0.25, 1.2, 64, 6
"""No term has more than `IMPOSSIBLE` of the cost.
A logarithm's share of it is about the same everywhere. One of degree 2 that was hardly there at a size of `SETTLED` or more, and further up is larger than the whole cost,
is a bend (integers above 256 need memory). Below a `PAST`th of the largest size a bend has passed: what larger sizes show is none of it (integers of many words come after one).
"""

STEADY = 0.15
"""The least part of a logarithm's rise that lies in either half of the doublings."""

SWELLS = 1.5
"""By what each of the last doublings adds more to the cost of an item than the one before it where a higher degree does it: 2 for n², 1.41 for n^1.5, 1 for a logarithm."""

LONG = 32_768
"""From this size on the last doubling alone may deny a logarithm of degree 1: stairs that imitate one have ended."""


@dataclass(frozen=True, slots=True)
class Fit:
    """What the costs show.

    `growth`: a class of CLASSES or `undecided`. `exponent`: log2 of how the cost's increase grows over the last doubling (2 for n²; for 2^n the factor per step of n is
    in `base`, else 0). `share`: how much of the largest cost the leading degree has; `log_share`: how much a term with a logarithm has.
    `residual`: root mean square relative residual of c0 + c1·g(n) for this class; `runner_up` the best of the other classes by the same measure, and
    its residual. `residuals`: all of them, in the order of CLASSES.
    """

    growth: str
    exponent: float
    base: float
    share: float
    log_share: float
    residual: float
    runner_up: str
    runner_up_residual: float
    residuals: tuple[float, ...]


def fit(sizes: Sequence[int], costs: Sequence[int], noise: float = NOISE) -> Fit:
    """The class that `costs` (instructions or bytes, the harness taken off) show at `sizes` (ascending, best in doublings).

    `noise`: by how much a cost may be off for no reason. ValueError if the lengths differ or sizes do not ascend.
    """
    points = list(zip(sizes, costs, strict=True))
    if any(a >= b for a, b in pairwise(sizes)):
        raise ValueError("sizes must ascend")
    base = _exponential_base(points, noise)
    if len(points) < FEWEST and not base:
        return _told(points, UNDECIDED, noise, 0.0, 0.0)
    if base:
        return _told(points, "2^n", noise, 1.0, 0.0, base)
    if _flat(points, noise):
        return _told(points, "1", noise, 1.0, 0.0)
    return _polynomial(points, noise)


def _exponential_base(points: Sequence[Point], noise: float) -> float:
    """The factor per step of n if it holds (or rises) over the upper half of the points, else 0.

    A power n^k has ln(factor) = k/n, which falls as n grows; from n = 4 on it would take k > 5 to look like this.
    """
    rates = [_rate(a, b) for a, b in pairwise(points) if a[1] > 8 * noise]
    upper = rates[len(rates) // 2 :]
    if len(rates) < 3 or min(upper) < 0.2 or upper[-1] < 0.85 * rates[0]:
        return 0.0
    return math.exp(rates[-1]) if rates[-1] * points[-1][0] > 4.5 else 0.0


def _rate(a: Point, b: Point) -> float:
    return math.log(b[1] / a[1]) / (b[0] - a[0]) if b[1] > 0 < a[1] else 0.0


def _flat(points: Sequence[Point], noise: float) -> bool:
    """Whether the cost stays the same: nearly everywhere, or over the last three doublings (after a step), or but for more noise than usual that goes nowhere (a step that sees
    many names, beside a large input).
    """
    costs = [cost for _, cost in points]
    half = len(costs) // 2
    if len(costs) >= FEWEST and _range(costs) <= 4 * noise and abs(fmean(costs[half:]) - fmean(costs[:half])) <= noise:
        return True
    last = [point for point in points if 8.5 * point[0] >= points[-1][0]]
    if len(last) >= 4 and _range([cost for _, cost in last]) <= max(noise, 0.005 * costs[-1]):
        return True
    return _range(costs) <= max(2 * noise, 0.02 * abs(costs[-1]))


def _range(costs: Sequence[int]) -> int:
    return max(costs) - min(costs)


_DEGREES = {
    1: (one, log, power(1)),
    2: (one, power(1), power(2)),
    3: (power(1), power(2), power(3)),
}
_LOGARITHMS = {
    2: (power(1), power(2), power_log(2)),
    1: (one, power(1), power_log(1)),
}
_NAMES = {3: ("n^3", "n^3"), 2: ("n^2", "n^2 log n"), 1: ("n", "n log n")}


def _polynomial(points: Sequence[Point], noise: float) -> Fit:
    degree, share = _degree(points, noise)
    beyond = degree == 3 and all(
        after > before for (_, before), (_, after) in pairwise(points)
    )  # what outgrows n^3 is told as the highest class there is
    if (share > IMPOSSIBLE and not beyond) or (degree >= 0 and _broken(points, degree, noise)):
        return _told(points, UNDECIDED, noise, share, 0.0)
    if degree == 0:
        growth = "log n" if _logarithmic(points, noise) else UNDECIDED
        return _told(points, growth, noise, share, 1.0 if growth == "log n" else 0.0)
    if degree not in _LOGARITHMS:
        return _told(points, "n^3" if degree == 3 else UNDECIDED, noise, share, 0.0)
    without, has = _NAMES[degree]
    verdict, log_share = _has_logarithm([point for point in points if point[0] >= 8], degree, noise)
    if verdict and swells(points, degree):
        verdict = None
    return _told(points, {True: has, False: without, None: UNDECIDED}[verdict], noise, share, log_share)


def _has_logarithm(points: Sequence[Point], degree: int, noise: float) -> tuple[bool | None, float]:
    """Whether n^degree comes with a logarithm (None: cannot be told), and the share that all the evidence grants it."""
    local = _log_share(points, degree, noise)
    whole, steps = with_kinks(points, degree, noise), with_kinks(chain(points), degree, noise)
    share = min(local, whole.share)
    if degree == 2 and _bends(points, noise):
        return False, share
    strong = share >= DOMINANT or (degree == 1 and local >= STRONG)
    if (local >= LOG and whole.needed) or (strong and whole.allowed) or (local >= STRONG and steps.obvious):
        return True, share
    useless = whole.useless and steps.useless and local <= MIDDLING
    if local <= NONE or (local < STRONG and not whole.needed) or useless or whole.absent:
        return False, share
    return None, share


def swells(points: Sequence[Point], degree: int) -> bool:
    """Whether each of the last doublings adds clearly more to the cost of an item than the one before: a logarithm adds the same with each, so it is something
    of a higher degree.

    The cost of an item is that of the increase, in which no constant is left.
    """
    steps = [(c2 - c1) / (float(n2) ** degree - float(n1) ** degree) for (n1, c1), (n2, c2) in pairwise(chain(points))]
    added = [after - before for before, after in pairwise(steps)][-3:]
    return len(added) == 3 and added[0] > 0 and all(after >= SWELLS * before for before, after in pairwise(added))


def _bends(points: Sequence[Point], noise: float) -> bool:
    """Whether what looks like a logarithm of degree 2 is a bend: see `ABSENT`."""
    found = [each for each in shares(points, _LOGARITHMS[2], noise, 2) if each.size >= SETTLED]
    after = [(early, max(found[place:], key=lambda each: each.value)) for place, early in enumerate(found)]
    return any(early.value <= ABSENT and most.value >= IMPOSSIBLE and PAST * most.size >= points[-1][0] for early, most in after)


def _broken(points: Sequence[Point], degree: int, noise: float) -> bool:
    """Whether the cost falls or leaps where inputs are largest, so that it is no curve of that degree."""
    top = [(size, max(float(cost), 8 * noise)) for size, cost in points if SPAN * size >= points[-1][0]]
    highest = list(accumulate((cost for _, cost in top), max))
    least = 0.0 if degree else min(cost for _, cost in points)  # of a logarithm only the rise counts
    falls = any(high - cost > max(FALL * (high - least), noise) for high, (_, cost) in zip(highest, top, strict=True))
    return falls or any(math.log(c2 / c1) > (degree + LEAP) * math.log(n2 / n1) for (n1, c1), (n2, c2) in pairwise(top))


def _degree(points: Sequence[Point], noise: float) -> tuple[int, float]:
    """The leading degree and its share; -1 where that cannot be told."""
    degree, share = 0, 0.0
    for above, terms in _DEGREES.items():
        candidate = _recent(points, terms, noise)
        if candidate < SURE and not (candidate >= MOST and _rising(points, terms, noise)):
            return (-1, candidate) if candidate > LITTLE + 0.1 * (above > 1) else (degree, share)
        degree, share = above, candidate
    return degree, share


def _recent(points: Sequence[Point], terms: Sequence[Term], noise: float) -> float:
    """The share at the top: over two doublings, and over one fourfold, so that neither a kink nor a table's phase decides alone."""
    views = [recent(shares(points, terms, 8 * noise, ratio), span) for ratio, span in ((2, 2), (4, 1))]
    return fmean([fmean(view) for view in views if view] or [0.0])


def _rising(points: Sequence[Point], terms: Sequence[Term], noise: float) -> bool:
    """Whether the odds of the leading term rise at least by a fifth per doubling, as they do when what remains is of a lower degree."""
    found = [share for share in shares(points, terms, 8 * noise, 2) if 0 < share.value < 1]
    if len(found) < 2 or found[-1].size < points[-1][0]:
        return False
    before = [share for share in found if share.size <= 0.3 * found[-1].size][-1:] or found[:1]
    doublings = math.log2(found[-1].size / before[0].size)
    odds = [share.value / (1 - share.value) for share in (before[0], found[-1])]
    return bool(odds[1] >= math.exp(0.2 * doublings) * odds[0])


def _logarithmic(points: Sequence[Point], noise: float) -> bool:
    """Whether a + b·log n with b > 0 explains the costs up to noise and a tenth of their range, and they rise in both halves: a step at one size is none."""
    xs, ys = [log(n) for n, _ in points], [float(cost) for _, cost in points]
    middle_x, middle_y = fmean(xs), fmean(ys)
    spread = math.fsum((x - middle_x) ** 2 for x in xs)
    slope = math.fsum((x - middle_x) * (y - middle_y) for x, y in zip(xs, ys, strict=True)) / spread
    error = math.sqrt(fmean([(y - middle_y - slope * (x - middle_x)) ** 2 for x, y in zip(xs, ys, strict=True)]))
    spans = max(ys) - min(ys)
    middle = min(range(len(xs)), key=lambda place: abs(xs[place] - (xs[0] + xs[-1]) / 2))
    rises = min(ys[middle] - ys[0], ys[-1] - ys[middle]) >= STEADY * spans
    return slope > 0 and rises and error <= noise / 2 + 0.1 * spans


def _log_share(points: Sequence[Point], degree: int, noise: float) -> float:
    """The share of the logarithmic term that all local evidence grants: the smallest of three views of it (see the module's theory)."""
    doublings, fourfolds = (shares(points, _LOGARITHMS[degree], noise, ratio) for ratio in (2, 4))
    if not doublings:
        return 0.0
    views = [median(recent(doublings, 5)), fmean(recent(doublings, 2))]
    if len(fourfolds) >= 2:
        views.append(median(recent(fourfolds, 3)))
    if degree == 2 or points[-1][0] >= LONG:
        views.append(fmean(recent(doublings, 1)))
    return min(views)


def _told(points: Sequence[Point], growth: str, noise: float, share: float, log_share: float, base: float = 0.0) -> Fit:
    residuals = tuple(_residual(points, name, noise, base) for name in CLASSES)
    ranked = sorted((residual, name) for residual, name in zip(residuals, CLASSES, strict=True) if name != growth)
    own = residuals[CLASSES.index(growth)] if growth in CLASSES else ranked[0][0]
    return Fit(growth, _exponent(points), base, share, log_share, own, ranked[0][1], ranked[0][0], residuals)


def _residual(points: Sequence[Point], growth: str, noise: float, base: float) -> float:
    window = points[-7:]
    factor = base or 2.0
    largest = points[-1][0] if points else 0
    shapes = SHAPES | {"2^n": lambda n: factor ** max(n - largest, -1000.0)}
    if not window:
        return 0.0
    sizes, costs = [n for n, _ in window], [cost for _, cost in window]
    return relative_residual(sizes, costs, shapes[growth], noise)


def _exponent(points: Sequence[Point]) -> float:
    """log(increase after / increase before) / log(size ratio) over the last three sizes; 0 where the cost does not increase."""
    if len(points) < 3:
        return 0.0
    (n1, c1), (n2, c2), (n3, c3) = points[-3:]
    before, after = (c2 - c1) / (n2 - n1), (c3 - c2) / (n3 - n2)
    if before <= 0 or after <= 0:
        return 0.0
    return 1 + math.log(after / before) / math.log(math.sqrt(n3 * n2) / math.sqrt(n2 * n1))
