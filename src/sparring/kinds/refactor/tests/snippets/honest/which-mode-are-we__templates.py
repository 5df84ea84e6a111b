WORDS = {
    "live": ("card: {cents} from {who}", "mail to {who}: {what}"),
    "demo": ("pretended: {cents} from {who}", "screen: {what}"),
    "test": (None, None),
}


class Shop:
    """Takes orders; what happens is written into `log`."""

    def __init__(self, mode, log):
        try:
            self.card, self.mail = WORDS[mode]
        except KeyError:
            raise ValueError(f"unknown mode: {mode}") from None
        self.log = log
        self.open = {}

    def write(self, template, **values):
        if template:
            self.log.append(template.format(**values))

    def order(self, who, cents):
        if cents <= 0:
            raise ValueError("nothing to pay")
        self.write(self.card, who=who, cents=cents)
        self.open[who] = self.open.get(who, 0) + cents
        self.write(self.mail, who=who, what="thank you")

    def refund(self, who):
        try:
            cents = self.open.pop(who)
        except KeyError:
            raise LookupError("nothing to refund") from None
        self.write(self.card, who=who, cents=-cents)
        self.write(self.mail, who=who, what="money is on its way")
        return cents
