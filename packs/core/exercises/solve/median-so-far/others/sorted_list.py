from bisect import insort


class Median:
    def __init__(self):
        self._values = []

    def add(self, value):
        insort(self._values, value)

    def value(self):
        if not self._values:
            raise ValueError("no values yet")
        half = len(self._values) // 2
        if len(self._values) % 2:
            return float(self._values[half])
        return (self._values[half - 1] + self._values[half]) / 2
