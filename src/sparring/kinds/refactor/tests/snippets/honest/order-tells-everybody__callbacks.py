class Mail:
    def __init__(self, log):
        self.log = log

    def paid(self, cents):
        self.log.append("mail: thank you for your order")

    def shipped(self, cents):
        self.log.append("mail: your parcel is on its way")

    def cancelled(self, cents, was_paid):
        self.log.append("mail: your order was cancelled")


class Stock:
    def __init__(self, log):
        self.log = log

    def paid(self, cents):
        self.log.append("stock: taken")

    def shipped(self, cents):
        self.log.append("stock: left")

    def cancelled(self, cents, was_paid):
        if was_paid:
            self.log.append("stock: back")


class Points:
    def __init__(self, log):
        self.log = log

    def write(self, sign, cents):
        points = cents // 100
        if points > 0:
            self.log.append(f"points: {sign}{points}")

    def paid(self, cents):
        self.write("+", cents)

    def shipped(self, cents):
        pass

    def cancelled(self, cents, was_paid):
        if was_paid:
            self.write("-", cents)


class Order:
    """An order of one customer; what happens to it is told to its observers."""

    def __init__(self, log, has_card):
        self.state = "new"
        self.cents = 0
        self.observers = [Mail(log), Stock(log)] + ([Points(log)] if has_card else [])

    def change(self, state, allowed):
        if self.state not in allowed:
            raise RuntimeError(f"cannot be {state}: {self.state}")
        self.state = state

    def pay(self, cents):
        self.change("paid", ["new"])
        self.cents = cents
        for observer in self.observers:
            observer.paid(cents)

    def ship(self):
        self.change("shipped", ["paid"])
        for observer in self.observers:
            observer.shipped(self.cents)

    def cancel(self):
        was_paid = self.state == "paid"
        self.change("cancelled", ["new", "paid"])
        for observer in self.observers:
            observer.cancelled(self.cents, was_paid)
