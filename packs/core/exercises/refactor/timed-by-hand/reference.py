from functools import wraps


def noted(method):
    """The method, with its beginning and its end in the diary."""

    @wraps(method)
    def call(self, name, pieces):
        what = f"{method.__name__} {name}"
        self.diary.append(f"{what} begins")
        try:
            result = method(self, name, pieces)
        except Exception as error:
            self.diary.append(f"{what} failed: {error}")
            raise
        self.diary.append(f"{what} done")
        return result

    return call


class Warehouse:
    """Articles by name, and a diary of what was done."""

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
