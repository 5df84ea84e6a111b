class Point:
    def __init__(self, x):
        self.x = x

    def __eq__(self, other):
        return self.x == other.x

    def __hash__(self):
        return hash(self.x)


a, b = Point(1), Point(1)
found = {a}
print(b in found, a is b)
