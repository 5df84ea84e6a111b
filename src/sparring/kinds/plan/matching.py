"""The assignment of rows to columns, each to one of its own, whose weights add up to most (the Hungarian method, with potentials)."""

import math
from collections.abc import Sequence


def heaviest(weights: Sequence[Sequence[float]]) -> list[int]:
    """The column of each row; a row for which nothing is left that weighs more than 0 has one past the last. O(rows² x columns)."""
    rows, width = len(weights), len(weights[0]) if weights else 0
    search = _Search(
        [[*(-one for one in row), *[0.0] * rows] for row in weights], width + rows
    )  # one more for each row, that weighs nothing
    for row in range(rows):
        search.place(row)
    found = [search.columns] * rows
    for column, row in enumerate(search.holder[:-1]):
        if row >= 0:
            found[row] = column
    return found


class _Search:
    """Which row holds each column so far (-1: none), and the potentials that prove it cheapest. Past the last column is where each search begins."""

    def __init__(self, costs: Sequence[Sequence[float]], columns: int) -> None:
        self.costs, self.columns = costs, columns
        self.of_rows, self.of_columns = [0.0] * len(costs), [0.0] * (columns + 1)
        self.holder = [-1] * (columns + 1)

    def place(self, row: int) -> None:
        """One row more, moving others where all together get cheaper."""
        self.holder[self.columns] = row
        at, before, done = self.columns, [self.columns] * self.columns, set[int]()
        least = [math.inf] * self.columns
        while self.holder[at] >= 0:
            done.add(at)
            at = self._nearest(at, least, before, done)
        while at != self.columns:
            self.holder[at] = self.holder[before[at]]
            at = before[at]
        self.holder[self.columns] = -1

    def _nearest(self, at: int, least: list[float], before: list[int], done: set[int]) -> int:
        """The next column that is reached, after the potentials were moved so far that it is."""
        held, free = self.holder[at], [column for column in range(self.columns) if column not in done]
        for column in free:
            rest = self.costs[held][column] - self.of_rows[held] - self.of_columns[column]
            if rest < least[column]:
                least[column], before[column] = rest, at
        nearest = min(free, key=least.__getitem__)
        step = least[nearest]
        for column in done:
            self.of_rows[self.holder[column]] += step
            self.of_columns[column] -= step
        for column in free:
            least[column] -= step
        return nearest
