import bisect


class Median:
    def __init__(self):
        self.values = []

    def add(self, value):
        bisect.insort(self.values, value)

    def value(self):
        if not self.values:
            raise ValueError("no values")
        middle = len(self.values) // 2
        if len(self.values) % 2:
            return float(self.values[middle])
        return float((self.values[middle - 1] + self.values[middle]) // 2)
