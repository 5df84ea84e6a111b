from contextlib import contextmanager


class Warehouse:
    """Articles by name, and a diary of what was done."""

    def __init__(self):
        self.stock = {}
        self.diary = []

    @contextmanager
    def noted(self, what):
        self.diary.append(f"{what} begins")
        try:
            yield
        except Exception as error:
            self.diary.append(f"{what} failed: {error}")
            raise
        self.diary.append(f"{what} done")

    def receive(self, name, pieces):
        with self.noted(f"receive {name}"):
            if pieces <= 0:
                raise ValueError("nothing to receive")
            self.stock[name] = self.stock.get(name, 0) + pieces

    def send(self, name, pieces):
        with self.noted(f"send {name}"):
            left = self.stock.get(name, 0) - pieces
            if left < 0:
                raise LookupError(f"not enough {name}")
            self.stock[name] = left
            return left

    def count(self, name, _):
        with self.noted(f"count {name}"):
            return self.stock.get(name, 0)
