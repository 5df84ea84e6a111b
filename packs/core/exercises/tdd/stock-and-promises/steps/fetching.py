class Stock:
    """How many of each thing lie on the shelf, and how many of them are promised to somebody."""

    def __init__(self):
        self._things = {}
        self._promised = {}

    def count(self, thing):
        """How many can still be had."""
        return self._things.get(thing, 0) - self._promised.get(thing, 0)

    def add(self, thing, number):
        """Some were delivered."""
        self._things[thing] = self._things.get(thing, 0) + number

    def take(self, thing, number):
        """Some leave the shelf."""
        if number > self.count(thing):
            raise ValueError(f"there are only {self.count(thing)}")
        self._things[thing] -= number

    def reserve(self, thing, number):
        """Some are promised; they stay on the shelf."""
        if number > self.count(thing):
            raise ValueError(f"there are only {self.count(thing)}")
        self._promised[thing] = self._promised.get(thing, 0) + number

    def collect(self, thing, number):
        """Promised ones are fetched."""
        if number > self._promised.get(thing, 0):
            raise ValueError("nobody promised so many")
        self._promised[thing] -= number
        self._things[thing] -= number
