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
        ...
