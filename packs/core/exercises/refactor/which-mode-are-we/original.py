class Mode:
    """The one and only mode of the program: "live", "demo" or "test"."""

    _one = None

    def __new__(cls):
        if cls._one is None:
            cls._one = super().__new__(cls)
            cls._one.name = "live"
        return cls._one


class Shop:
    """Takes orders; what happens is written into `log`."""

    def __init__(self, mode, log):
        if mode not in ("live", "demo", "test"):
            raise ValueError("unknown mode: " + mode)
        Mode().name = mode
        self.log = log
        self.open = {}

    def order(self, who, cents):
        if cents < 1:
            raise ValueError("nothing to pay")
        if Mode().name == "live":
            self.log.append("card: " + str(cents) + " from " + who)
        elif Mode().name == "demo":
            self.log.append("pretended: " + str(cents) + " from " + who)
        self.open[who] = self.open.get(who, 0) + cents
        if Mode().name == "live":
            self.log.append("mail to " + who + ": thank you")
        elif Mode().name == "demo":
            self.log.append("screen: thank you")

    def refund(self, who):
        if who not in self.open:
            raise LookupError("nothing to refund")
        cents = self.open.pop(who)
        if Mode().name == "live":
            self.log.append("card: " + str(-cents) + " from " + who)
        elif Mode().name == "demo":
            self.log.append("pretended: " + str(-cents) + " from " + who)
        if Mode().name == "live":
            self.log.append("mail to " + who + ": money is on its way")
        elif Mode().name == "demo":
            self.log.append("screen: money is on its way")
        return cents
