TEXTS = {
    "paid": ("stock: taken", "mail: thank you for your order"),
    "shipped": ("stock: left", "mail: your parcel is on its way"),
    "cancelled": ("mail: your order was cancelled",),
    "refunded": ("mail: your order was cancelled", "stock: back"),
}


class Order:
    def __init__(self, log, has_card):
        self.log, self.has_card, self.state, self.cents = log, has_card, "new", 0

    def pay(self, cents):
        self._check("paid", "new")
        self.cents = cents
        self._tell("paid", "+")

    def ship(self):
        self._check("shipped", "paid")
        self._tell("shipped", "")

    def cancel(self):
        paid = self.state == "paid"
        self._check("cancelled", "new", "paid")
        self._tell("refunded" if paid else "cancelled", "-" if paid else "")

    def _check(self, state, *allowed):
        if self.state not in allowed:
            raise RuntimeError(f"cannot be {state}: {self.state}")
        self.state = state

    def _tell(self, event, sign):
        self.log.extend(TEXTS[event])
        if sign and self.has_card and self.cents >= 100:
            self.log.append(f"points: {sign}{self.cents // 100}")
