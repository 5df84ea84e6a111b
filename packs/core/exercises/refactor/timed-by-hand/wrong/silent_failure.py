def noted(method):
    def call(self, name, pieces):
        self.diary.append(f"{method.__name__} {name} begins")
        result = method(self, name, pieces)
        self.diary.append(f"{method.__name__} {name} done")
        return result

    return call


class Warehouse:
    def __init__(self):
        self.stock = {}
        self.diary = []

    @noted
    def receive(self, name, pieces):
        if pieces < 1:
            raise ValueError("nothing to receive")
        self.stock[name] = self.stock.get(name, 0) + pieces

    @noted
    def send(self, name, pieces):
        if self.stock.get(name, 0) < pieces:
            raise LookupError(f"not enough {name}")
        self.stock[name] = self.stock.get(name, 0) - pieces
        return self.stock[name]

    @noted
    def count(self, name, _):
        return self.stock.get(name, 0)
