class Cart:
    """What one customer is about to buy. Prices are in cents."""

    discount = 0

    def __init__(self):
        self._items = []

    def add(self, name, cents, pieces=1):
        """Put so many pieces of an article into the cart."""
        self._items.append((name, cents, pieces))

    def remove(self, name):
        """Take an article out; KeyError if it is not there."""
        for item in self._items:
            if item[0] == name:
                self._items.remove(item)
                return
        raise KeyError(name)

    def names(self):
        """The articles, in the order in which they were chosen."""
        return [name for name, _, _ in self._items]

    def total(self):
        """What is to be paid, in cents."""
        full = sum(cents * pieces for _, cents, pieces in self._items)
        return full - full * self.discount // 100
