class Median:
    """Sorts whenever it is asked, from a fresh copy."""

    def __init__(self):
        self.values = []

    def add(self, value):
        place = 0
        while place < len(self.values) and self.values[place] < value:
            place += 1
        self.values.insert(place, value)

    def value(self):
        if not self.values:
            raise ValueError("no values yet")
        middle = len(self.values) // 2
        if len(self.values) % 2:
            return float(self.values[middle])
        return (self.values[middle - 1] + self.values[middle]) / 2
