class Warehouse:
    """Articles by name, and a diary of what was done."""

    def __init__(self):
        self.stock = {}
        self.diary = []

    def receive(self, name, pieces):
        self.diary.append("receive " + name + " begins")
        try:
            if pieces < 1:
                raise ValueError("nothing to receive")
            self.stock[name] = self.stock.get(name, 0) + pieces
        except Exception as error:
            self.diary.append("receive " + name + " failed: " + str(error))
            raise
        self.diary.append("receive " + name + " done")

    def send(self, name, pieces):
        self.diary.append("send " + name + " begins")
        try:
            if self.stock.get(name, 0) < pieces:
                raise LookupError("not enough " + name)
            self.stock[name] = self.stock.get(name, 0) - pieces
            left = self.stock[name]
        except Exception as error:
            self.diary.append("send " + name + " failed: " + str(error))
            raise
        self.diary.append("send " + name + " done")
        return left

    def count(self, name, _):
        self.diary.append("count " + name + " begins")
        try:
            found = self.stock.get(name, 0)
        except Exception as error:
            self.diary.append("count " + name + " failed: " + str(error))
            raise
        self.diary.append("count " + name + " done")
        return found
