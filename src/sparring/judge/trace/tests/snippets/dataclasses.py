from dataclasses import dataclass, field, replace
@dataclass(order=True, frozen=True, repr=False)
class Point:
    x: int
    y: int = 0
    tags: list = field(default_factory=list, compare=False)
    @property
    def far(self): return self.x ** 2 + self.y ** 2
a = Point(1)
b = replace(a, y=3)
small = a < b
try:
    a.x = 5
except Exception as error:
    name = type(error).__name__
far = b.far
same = hash(Point(1, 3)) == hash(b)
