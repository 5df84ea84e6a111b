from collections import Counter


class Stock:
    def __init__(self):
        self.free, self.kept = Counter(), Counter()

    def count(self, thing):
        return self.free[thing]

    def add(self, thing, number):
        self._move(thing, number, None, self.free)

    def take(self, thing, number):
        self._move(thing, number, self.free, None)

    def reserve(self, thing, number):
        self._move(thing, number, self.free, self.kept)

    def collect(self, thing, number):
        self._move(thing, number, self.kept, None)

    def _move(self, thing, number, source, target):
        if number <= 0 or (source is not None and source[thing] < number):
            raise ValueError("not possible")
        if source is not None:
            source[thing] -= number
        if target is not None:
            target[thing] += number
