class Celsius:
    __slots__ = ("_degrees",)

    def __init__(self, degrees):
        self.degrees = degrees

    @property
    def degrees(self):
        return self._degrees

    @degrees.setter
    def degrees(self, value):
        if value < -273:
            raise ValueError(value)
        self._degrees = value


t = Celsius(20)
t.degrees += 5
print(t.degrees)
