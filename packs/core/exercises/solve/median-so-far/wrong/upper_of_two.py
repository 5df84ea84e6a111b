import bisect


class Median:
    def __init__(self):
        self.values = []

    def add(self, value):
        bisect.insort(self.values, value)

    def value(self):
        if not self.values:
            raise ValueError("no values")
        return float(self.values[len(self.values) // 2])
