class Median:
    """The median of all values added so far."""

    def __init__(self):
        self.values = []

    def add(self, value):
        """Take in a value."""
        raise NotImplementedError

    def value(self):
        """Return the median as a float; ValueError if there are no values."""
        raise NotImplementedError
