"""Least squares for a handful of columns, by Gram-Schmidt; pure standard library."""

import math
from collections.abc import Callable, Sequence
from operator import mul

Term = Callable[[float], float]


def least_squares(columns: Sequence[Sequence[float]], y: Sequence[float]) -> tuple[list[float], float]:
    """(coefficients, root mean square of the residual); a column that depends on those before it gets 0.

    Modified Gram-Schmidt (Björck, Numerical Methods for Least Squares Problems, 2.4).
    """
    rest, left = [list(column) for column in columns], list(y)
    triangle: list[list[float]] = []
    along: list[float] = []
    for i, column in enumerate(rest):
        length = _dot(column, column)
        usable = length > 1e-20 * _dot(columns[i], columns[i])
        row = [_dot(column, other) / length if usable else 0.0 for other in rest]
        for j in range(i + 1, len(rest)):
            rest[j] = [b - row[j] * a for a, b in zip(column, rest[j], strict=True)]
        along.append(_dot(column, left) / length if usable else 0.0)
        left = [b - along[i] * a for a, b in zip(column, left, strict=True)]
        triangle.append(row)
    return _back(triangle, along), math.sqrt(_dot(left, left) / len(left))


def _back(triangle: Sequence[Sequence[float]], along: Sequence[float]) -> list[float]:
    x = [0.0] * len(along)
    for i in reversed(range(len(along))):
        x[i] = along[i] - math.fsum(triangle[i][j] * x[j] for j in range(i + 1, len(along)))
    return x


def weighted(sizes: Sequence[int], costs: Sequence[int], terms: Sequence[Term], noise: float) -> tuple[list[float], float]:
    """The best sum of `terms` for the costs, (coefficients, root mean square of (cost - model) / (|cost| + noise))."""
    weights = [1 / (abs(cost) + noise) for cost in costs]
    columns = [[term(size) * weight for size, weight in zip(sizes, weights, strict=True)] for term in terms]
    return least_squares(columns, [cost * weight for cost, weight in zip(costs, weights, strict=True)])


def relative_residual(sizes: Sequence[int], costs: Sequence[int], growth: Term, noise: float) -> float:
    """The relative residual of the best c0 + c1·growth(n) with c0, c1 ≥ 0.

    Of the possible sets of positive coefficients the best admissible one is the optimum, as the problem is convex (Lawson and Hanson,
    Solving Least Squares Problems, chapter 23). Both at 0 leaves a residual of about 1.
    """

    def one(_: float) -> float:
        return 1.0

    found = [weighted(sizes, costs, terms, noise) for terms in ((one,), (growth,), (one, growth))]
    return min([residual for coefficients, residual in found if min(coefficients) >= 0], default=1.0)


def _dot(left: Sequence[float], right: Sequence[float]) -> float:
    return math.fsum(map(mul, left, right))
