def full(items):
    return sum(cents * pieces for _, cents, pieces in items)


CAMPAIGNS = {
    "ten-percent": lambda items: full(items) // 10,
    "three-for-two": lambda items: sum(pieces * cents // 3 for _, cents, pieces in items if pieces >= 3),
    "cheapest-free": lambda items: min((cents for _, cents, pieces in items if pieces > 0), default=0),
}


def checkout(items, code):
    return full(items) - CAMPAIGNS.get(code, lambda items: 0)(items)
