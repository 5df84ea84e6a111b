"""Grows the trees of the second look at advertisements (`sparring.language.advert_company`): gradient boosting with symmetric trees, without chance.

Every tree asks the same three questions of all examples; the next one is grown on what the sum of those before leaves unexplained.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sparring.language.advert_company import Tree

Floats = NDArray[np.float64]
COUNT, DEPTH, RATE = 160, 3, 0.08
"""Trees, questions of each, and how much of what a tree finds is taken."""
BINS, RIDGE = 24, 6.0
"""Limits that are tried of a figure; what a leaf costs, which keeps leaves of few examples small."""


def grow(rows: Sequence[dict[str, float]], asked: Sequence[bool]) -> tuple[float, tuple[Tree, ...]]:
    """The bias and the trees that tell the rows that are asked for."""
    names = sorted(rows[0])
    values = np.array([[float(row[name]) for name in names] for row in rows])
    limits = [_limits(values[:, at]) for at in range(len(names))]
    binned = np.stack([np.searchsorted(limits[at], values[:, at], side="left") for at in range(len(names))])
    truth = np.array(asked, dtype=float)
    odds = float(truth.mean())
    bias = round(float(np.log(odds / (1 - odds))), 3)
    score, trees = np.full(len(rows), bias), []
    for _ in range(COUNT):
        likely = 1 / (1 + np.exp(-score))
        slope, bend = truth - likely, likely * (1 - likely)
        leaves, questions = np.zeros(len(rows), dtype=np.int64), []
        for depth in range(DEPTH):
            at, cut = _best(binned, limits, leaves, 2**depth, slope, bend)
            leaves = 2 * leaves + (binned[at] > cut)
            questions.append((names[at], float(limits[at][cut])))
        size = 2**DEPTH
        added = RATE * np.bincount(leaves, slope, size) / (np.bincount(leaves, bend, size) + RIDGE)
        rounded = tuple(round(float(value), 3) for value in added)
        score += np.array(rounded)[leaves]
        trees.append((tuple(questions), rounded))
    return bias, tuple(trees)


def _limits(column: Floats) -> Floats:
    """Where a figure may be cut: between its values, as many examples in each part as can be."""
    distinct = np.unique(column)
    if len(distinct) > BINS:
        distinct = np.unique(np.quantile(column, np.linspace(0, 1, BINS + 1)))
    return np.round((distinct[:-1] + distinct[1:]) / 2, 3)


def _best(
    binned: NDArray[np.int64], limits: Sequence[Floats], leaves: NDArray[np.int64], size: int, slope: Floats, bend: Floats
) -> tuple[int, int]:
    """The figure and the number of its limit that explain most, asked in every leaf alike."""
    best, found = -1.0, (0, 0)
    for at, cuts in enumerate(limits):
        if not len(cuts):
            continue
        width = len(cuts) + 1
        cells = leaves * width + binned[at]
        low = np.bincount(cells, slope, size * width).reshape(size, width).cumsum(axis=1)
        heavy = np.bincount(cells, bend, size * width).reshape(size, width).cumsum(axis=1)
        whole, weight = low[:, -1:], heavy[:, -1:]
        gain = (low**2 / (heavy + RIDGE) + (whole - low) ** 2 / (weight - heavy + RIDGE)).sum(axis=0)[:-1]
        cut = int(gain.argmax())
        if gain[cut] > best + 1e-9:
            best, found = float(gain[cut]), (at, cut)
    return found
