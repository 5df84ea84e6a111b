from collections import Counter


def to_pay(basket, voucher=0):
    """What a basket costs in cents: pairs of a name and a price; `voucher`: percent off."""
    cents = sum(price * (count - count // 3) for (_, price), count in Counter(basket).items())
    off = cents * voucher // 100 if cents >= 2000 else 0
    return cents - off
