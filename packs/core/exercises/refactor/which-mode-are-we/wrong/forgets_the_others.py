CARD = {"live": "card: {} from {}", "demo": "pretended: {} from {}", "test": ""}
NEWS = {"live": "mail to {}: {}", "demo": "screen: {1}", "test": ""}


class Shop:
    def __init__(self, mode, log):
        if mode not in CARD:
            raise ValueError("unknown mode: " + mode)
        self.mode, self.log, self.open = mode, log, {}

    def order(self, who, cents):
        if cents < 1:
            raise ValueError("nothing to pay")
        self._write(CARD, cents, who)
        self.open[who] = cents
        self._write(NEWS, who, "thank you")

    def refund(self, who):
        if who not in self.open:
            raise LookupError("nothing to refund")
        cents = self.open.pop(who)
        self._write(CARD, -cents, who)
        self._write(NEWS, who, "money is on its way")
        return cents

    def _write(self, texts, *what):
        if texts[self.mode]:
            self.log.append(texts[self.mode].format(*what))
