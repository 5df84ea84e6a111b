from collections import Counter


class Stock:
    def __init__(self):
        self._pieces = {}

    def add(self, name, pieces):
        self._pieces[name] = self.pieces(name) + pieces

    def pieces(self, name):
        return self._pieces.get(name, 0)

    def take(self, order):
        wanted = Counter()
        for name, pieces in order:
            wanted[name] += pieces
        if any(pieces > self.pieces(name) for name, pieces in wanted.items()):
            raise LookupError("not enough")
        for name, pieces in wanted.items():
            self.add(name, -pieces)
