class Median:
    def __init__(self):
        self.total = 0.0
        self.count = 0

    def add(self, value):
        self.total += value
        self.count += 1

    def value(self):
        if not self.count:
            raise ValueError("no values")
        return self.total / self.count
