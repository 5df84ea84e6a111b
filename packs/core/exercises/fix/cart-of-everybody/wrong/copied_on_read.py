class Cart:
    _items = []
    discount = 0

    def add(self, name, cents, pieces=1):
        self._items.append((name, cents, pieces))

    def remove(self, name):
        for item in list(self._items):
            if item[0] == name:
                self._items.remove(item)
                return
        raise KeyError(name)

    def names(self):
        return list([name for name, _, _ in self._items])

    def total(self):
        items = list(self._items)
        full = sum(cents * pieces for _, cents, pieces in items)
        return full - full * self.discount // 100
