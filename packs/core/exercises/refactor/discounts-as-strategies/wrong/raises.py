def full(items):
    return sum(cents * pieces for _, cents, pieces in items)


CAMPAIGNS = {
    "": lambda items: 0,
    "ten-percent": lambda items: full(items) // 10,
    "three-for-two": lambda items: sum(pieces // 3 * cents for _, cents, pieces in items),
    "cheapest-free": lambda items: min((cents for _, cents, pieces in items if pieces > 0), default=0),
}


def checkout(items, code):
    return full(items) - CAMPAIGNS[code](items)
