class Stock:
    """How many pieces of each article there are."""

    def __init__(self):
        self._pieces = {}

    def add(self, name, pieces):
        """Put so many pieces more on the shelf."""
        self._pieces[name] = self.pieces(name) + pieces

    def pieces(self, name):
        """How many pieces there are."""
        return self._pieces.get(name, 0)

    def take(self, order):
        """Take all of an order, (name, pieces) each; LookupError, and nothing taken, if there is not enough."""
        wanted = {}
        for name, pieces in order:
            wanted[name] = wanted.get(name, 0) + pieces
        for name, pieces in wanted.items():
            if pieces > self.pieces(name):
                raise LookupError(f"not enough of {name}")
        for name, pieces in wanted.items():
            self.add(name, -pieces)
