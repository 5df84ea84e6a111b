class Shop:
    """Takes orders; what happens is written into `log`."""

    def __init__(self, mode, log):
        if mode not in OUTSIDE:
            raise ValueError("unknown mode: " + mode)
        self.outside = OUTSIDE[mode](log)
        self.open = {}

    def order(self, who, cents):
        if cents < 1:
            raise ValueError("nothing to pay")
        self.outside.charge(who, cents)
        self.open[who] = self.open.get(who, 0) + cents
        self.outside.tell(who, "thank you")

    def refund(self, who):
        if who not in self.open:
            raise LookupError("nothing to refund")
        cents = self.open.pop(who)
        self.outside.charge(who, -cents)
        self.outside.tell(who, "money is on its way")
        return cents


class Live:
    def __init__(self, log):
        self.log = log

    def charge(self, who, cents):
        self.log.append(f"card: {cents} from {who}")

    def tell(self, who, what):
        self.log.append(f"mail to {who}: {what}")


class Demo(Live):
    def charge(self, who, cents):
        self.log.append(f"pretended: {cents} from {who}")

    def tell(self, who, what):
        self.log.append(f"screen: {what}")


class Test(Live):
    def charge(self, who, cents):
        pass

    def tell(self, who, what):
        pass


OUTSIDE = {"live": Live, "demo": Demo, "test": Test}
