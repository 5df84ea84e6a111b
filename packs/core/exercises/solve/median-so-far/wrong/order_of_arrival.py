class Median:
    def __init__(self):
        self.values = []

    def add(self, value):
        self.values.append(value)

    def value(self):
        if not self.values:
            raise ValueError("no values")
        middle = len(self.values) // 2
        if len(self.values) % 2:
            return float(self.values[middle])
        return (self.values[middle - 1] + self.values[middle]) / 2
