class Stock:
    """How many of each thing lie on the shelf, and how many of them are promised to somebody."""

    def __init__(self):
        self._things = {}

    def count(self, thing):
        """How many can still be had."""
        return self._things.get(thing, 0)

    def add(self, thing, number):
        """Some were delivered."""
        self._things[thing] = self.count(thing) + number

    def take(self, thing, number):
        """Some leave the shelf."""
        if number > self.count(thing):
            raise ValueError(f"there are only {self.count(thing)}")
        self._things[thing] -= number

    def reserve(self, thing, number):
        """Some are promised; they stay on the shelf."""
        raise NotImplementedError

    def collect(self, thing, number):
        """Promised ones are fetched."""
        raise NotImplementedError
