class Order:
    """An order of one customer; what happens to it is written into `log`."""

    def __init__(self, log, has_card):
        self.log = log
        self.has_card = has_card
        self.state = "new"
        self.cents = 0

    def pay(self, cents):
        if self.state != "new":
            raise RuntimeError("cannot be paid: " + self.state)
        self.state = "paid"
        self.cents = cents
        self.log.append("mail: thank you for your order")
        self.log.append("stock: taken")
        if self.has_card:
            if self.cents >= 100:
                self.log.append("points: +" + str(self.cents // 100))

    def ship(self):
        if self.state != "paid":
            raise RuntimeError("cannot be shipped: " + self.state)
        self.state = "shipped"
        self.log.append("mail: your parcel is on its way")
        self.log.append("stock: left")

    def cancel(self):
        if self.state not in ("new", "paid"):
            raise RuntimeError("cannot be cancelled: " + self.state)
        before = self.state
        self.state = "cancelled"
        self.log.append("mail: your order was cancelled")
        if before == "paid":
            self.log.append("stock: back")
            if self.has_card:
                if self.cents >= 100:
                    self.log.append("points: -" + str(self.cents // 100))
