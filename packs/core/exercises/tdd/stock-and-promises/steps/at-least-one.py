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
        if number < 1:
            raise ValueError("at least one")
        self._things[thing] = self._things.get(thing, 0) + number

    def take(self, thing, number):
        """Some leave the shelf."""
        self._enough(number, self.count(thing))
        self._things[thing] -= number

    def reserve(self, thing, number):
        """Some are promised; they stay on the shelf."""
        self._enough(number, self.count(thing))
        self._promised[thing] = self._promised.get(thing, 0) + number

    def collect(self, thing, number):
        """Promised ones are fetched."""
        self._enough(number, self._promised.get(thing, 0))
        self._promised[thing] -= number
        self._things[thing] -= number

    def _enough(self, number, there):
        if number < 1:
            raise ValueError("at least one")
        if number > there:
            raise ValueError(f"there are only {there}")
