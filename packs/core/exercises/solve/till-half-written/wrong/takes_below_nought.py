class Stock:
    def __init__(self):
        self._pieces = {}

    def add(self, name, pieces):
        self._pieces[name] = self.pieces(name) + pieces

    def pieces(self, name):
        return self._pieces.get(name, 0)

    def take(self, order):
        for name, pieces in order:
            self.add(name, -pieces)
            if name not in self._pieces:
                raise LookupError(name)
