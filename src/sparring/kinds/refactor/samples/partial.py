def total(items):
    return sum(line_price(*item) for item in items)


RULES = {"food": (100, 10), "book": (200, 5)}


def line_price(kind, price, pieces):
    limit, share = RULES.get(kind, (0, 1))
    full = price * pieces
    return full - full // share if full > limit else full
