class Stock:
    def __init__(self):
        self._pieces = {}

    def add(self, name, pieces):
        self._pieces[name] = self.pieces(name) + pieces

    def pieces(self, name):
        return self._pieces.get(name, 0)

    def take(self, order):
        for name, _ in order:
            if sum(pieces for other, pieces in order if other == name) > self.pieces(name):
                raise LookupError(f"not enough of {name}")
        for name, pieces in order:
            self.add(name, -pieces)
