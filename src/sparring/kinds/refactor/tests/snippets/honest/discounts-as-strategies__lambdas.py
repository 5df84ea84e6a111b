def cheapest(items):
    prices = [cents for _, cents, pieces in items if pieces > 0]
    return min(prices) if prices else 0


DISCOUNTS = {
    "ten-percent": lambda items, total: total // 10,
    "three-for-two": lambda items, total: sum(cents * (pieces // 3) for _, cents, pieces in items if pieces >= 3),
    "cheapest-free": lambda items, total: cheapest(items),
}


def checkout(items, code):
    """What is to be paid for the items, in cents, with the campaign of this code."""
    total = sum(cents * pieces for _, cents, pieces in items)
    if code not in DISCOUNTS:
        return total
    return total - DISCOUNTS[code](items, total)
