class Order:
    """An order of one customer. What happens to it is told to its listeners, in the order in which they subscribed."""

    def __init__(self, log, has_card):
        self.state = "new"
        self.cents = 0
        self.listeners = [texts(log, MAILS), texts(log, STOCK)]
        if has_card:
            self.listeners.append(points(log))

    def pay(self, cents):
        self._move("paid", {"new"}, "paid")
        self.cents = cents
        self._tell("paid")

    def ship(self):
        self._move("shipped", {"paid"}, "shipped")
        self._tell("shipped")

    def cancel(self):
        event = "refunded" if self.state == "paid" else "cancelled"
        self._move("cancelled", {"new", "paid"}, "cancelled")
        self._tell(event)

    def _move(self, state, allowed, word):
        if self.state not in allowed:
            raise RuntimeError(f"cannot be {word}: {self.state}")
        self.state = state

    def _tell(self, event):
        for listener in self.listeners:
            listener(event, self)


CANCELLED = "mail: your order was cancelled"
MAILS = {
    "paid": "mail: thank you for your order",
    "shipped": "mail: your parcel is on its way",
    "cancelled": CANCELLED,
    "refunded": CANCELLED,
}
STOCK = {"paid": "stock: taken", "shipped": "stock: left", "refunded": "stock: back"}
SIGNS = {"paid": "+", "refunded": "-"}


def texts(log, lines):
    """A listener that writes the line of an event, if it has one."""

    def listen(event, order):
        if event in lines:
            log.append(lines[event])

    return listen


def points(log):
    """A listener that counts a point for each euro."""

    def listen(event, order):
        if event in SIGNS and order.cents >= 100:
            log.append(f"points: {SIGNS[event]}{order.cents // 100}")

    return listen
