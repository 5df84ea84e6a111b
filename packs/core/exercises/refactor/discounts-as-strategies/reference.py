def checkout(items, code):
    """What is to be paid for the items, in cents, with the campaign of this code."""
    discount = CAMPAIGNS.get(code, nothing_off)
    return full_price(items) - discount(items)


def full_price(items):
    return sum(cents * pieces for _, cents, pieces in items)


def nothing_off(items):
    return 0


def ten_percent(items):
    return full_price(items) // 10


def three_for_two(items):
    return sum(pieces // 3 * cents for _, cents, pieces in items)


def cheapest_free(items):
    return min((cents for _, cents, pieces in items if pieces > 0), default=0)


CAMPAIGNS = {
    "ten-percent": ten_percent,
    "three-for-two": three_for_two,
    "cheapest-free": cheapest_free,
}
