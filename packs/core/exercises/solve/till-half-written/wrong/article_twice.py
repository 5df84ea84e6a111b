class Stock:
    def __init__(self):
        self._pieces = {}

    def add(self, name, pieces):
        self._pieces[name] = self.pieces(name) + pieces

    def pieces(self, name):
        return self._pieces.get(name, 0)

    def take(self, order):
        if any(pieces > self.pieces(name) for name, pieces in order):
            raise LookupError("not enough")
        for name, pieces in order:
            self.add(name, -pieces)
