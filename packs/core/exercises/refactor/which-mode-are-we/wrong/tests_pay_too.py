class Shop:
    def __init__(self, mode, log):
        if mode not in ("live", "demo", "test"):
            raise ValueError("unknown mode: " + mode)
        self.live, self.log, self.open = mode == "live", log, {}

    def order(self, who, cents):
        if cents < 1:
            raise ValueError("nothing to pay")
        self._charge(who, cents)
        self.open[who] = self.open.get(who, 0) + cents
        self._tell(who, "thank you")

    def refund(self, who):
        if who not in self.open:
            raise LookupError("nothing to refund")
        cents = self.open.pop(who)
        self._charge(who, -cents)
        self._tell(who, "money is on its way")
        return cents

    def _charge(self, who, cents):
        self.log.append(f"{'card' if self.live else 'pretended'}: {cents} from {who}")

    def _tell(self, who, what):
        self.log.append(f"mail to {who}: {what}" if self.live else f"screen: {what}")
