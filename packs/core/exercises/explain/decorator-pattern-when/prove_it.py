"""`Cached` behaves like the object it holds, and asks it less often."""


class Prices:
    def __init__(self, factor):
        self.factor, self.asked = factor, []

    def get(self, key):
        self.asked.append(key)
        return None if key == "none" else self.factor * len(key)

    def name(self):
        return f"prices times {self.factor}"


def check(source, names):
    """None when it caches, stays transparent and shares nothing."""
    one, other = Prices(2), Prices(3)
    first, second = names["Cached"](one), names["Cached"](other)
    got = [first.get("tea"), first.get("tea"), first.get("cups"), first.get("tea"), first.get("none"), first.get("none")]
    if got != [6, 6, 8, 6, None, None] or one.asked != ["tea", "cups", "none"]:
        return "asked-again"
    if second.get("tea") != 9 or other.asked != ["tea"]:
        return "shared"
    try:
        if first.name() != "prices times 2" or second.factor != 3:
            return "hides-the-rest"
    except AttributeError:
        return "hides-the-rest"
    return None
