TEXTS = {
    "paid": ("mail: thank you for your order", "stock: taken"),
    "shipped": ("mail: your parcel is on its way", "stock: left"),
    "cancelled": ("mail: your order was cancelled",),
    "refunded": ("mail: your order was cancelled", "stock: back"),
}


class Order:
    def __init__(self, log, has_card):
        self.log, self.has_card, self.state, self.cents = log, has_card, "new", 0

    def pay(self, cents):
        self.cents = cents
        self._tell("paid", "+")
        self._check("paid", "new")

    def ship(self):
        self._tell("shipped", "")
        self._check("shipped", "paid")

    def cancel(self):
        paid = self.state == "paid"
        self._tell("refunded" if paid else "cancelled", "-" if paid else "")
        self._check("cancelled", "new", "paid")

    def _check(self, state, *allowed):
        if self.state not in allowed:
            raise RuntimeError(f"cannot be {state}: {self.state}")
        self.state = state

    def _tell(self, event, sign):
        self.log.extend(TEXTS[event])
        if sign and self.has_card and self.cents >= 100:
            self.log.append(f"points: {sign}{self.cents // 100}")
