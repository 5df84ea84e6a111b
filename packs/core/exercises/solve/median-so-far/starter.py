import heapq


class Median:
    """The lower half as a heap of negated values, the upper half as a heap."""

    def __init__(self):
        self._lower = []
        self._upper = []

    def add(self, value):
        ...

    def value(self):
        if not self._lower:
            raise ValueError("no values yet")
        if len(self._lower) > len(self._upper):
            return float(-self._lower[0])
        return (self._upper[0] - self._lower[0]) / 2
