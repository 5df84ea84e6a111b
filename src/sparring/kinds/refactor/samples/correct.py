RULES = {"food": (100, 10), "book": (200, 5)}


def total(items):
    return sum(line_price(*item) for item in items)


def line_price(kind, price, pieces):
    if kind not in RULES:
        raise ValueError(f"unknown kind: {kind}")
    limit, share = RULES[kind]
    full = price * pieces
    return full - full // share if full > limit else full
