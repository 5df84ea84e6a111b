class Cart:
    _items = []
    discount = 0

    def __init__(self):
        self._items.clear()

    def add(self, name, cents, pieces=1):
        self._items.append((name, cents, pieces))

    def remove(self, name):
        for item in self._items:
            if item[0] == name:
                self._items.remove(item)
                return
        raise KeyError(name)

    def names(self):
        return [name for name, _, _ in self._items]

    def total(self):
        full = sum(cents * pieces for _, cents, pieces in self._items)
        return full - full * self.discount // 100
