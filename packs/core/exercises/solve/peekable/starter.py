class Peekable:
    """An iterator whose next element can be looked at."""

    def __init__(self, source):
        self.source = iter(source)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self.source)

    def peek(self, default=None):
        """Return the next element without taking it."""
        raise NotImplementedError
