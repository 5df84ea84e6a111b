class Stock:
    """How many of each thing lie on the shelf, and how many of them are promised to somebody."""

    def count(self, thing):
        """How many can still be had."""
        raise NotImplementedError

    def add(self, thing, number):
        """Some were delivered."""
        raise NotImplementedError

    def take(self, thing, number):
        """Some leave the shelf."""
        raise NotImplementedError

    def reserve(self, thing, number):
        """Some are promised; they stay on the shelf."""
        raise NotImplementedError

    def collect(self, thing, number):
        """Promised ones are fetched."""
        raise NotImplementedError
