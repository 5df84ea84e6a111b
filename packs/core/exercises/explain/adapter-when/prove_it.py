"""`Gateway` speaks euros and our exceptions, whatever the provider speaks."""


class Provider:
    def __init__(self, answer):
        self.answer, self.got = answer, []

    def fetch(self, cents):
        self.got.append(cents)
        if self.answer is None:
            raise KeyError("refused")
        return self.answer


def check(source, names):
    """None when amounts, answers and errors are translated."""
    one, other = Provider("yes"), Provider(["receipt", 7])
    first, second = names["Gateway"](one), names["Gateway"](other)
    if first.pay(3) != "yes" or second.pay(5) != ["receipt", 7] or len(one.got) != 1:
        return "not-forwarded"
    for euros in (19.99, 0.29, 1.15):
        first.pay(euros)
    if one.got != [300, 1999, 29, 115] or any(type(cents) is not int for cents in one.got):
        return "wrong-cents"
    try:
        names["Gateway"](Provider(None)).pay(1)
    except PermissionError:
        return None
    except KeyError:
        return "foreign-error"
    return "foreign-error"
