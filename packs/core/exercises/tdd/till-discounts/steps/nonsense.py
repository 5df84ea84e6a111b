from collections import Counter


def to_pay(basket, voucher=0):
    """What a basket costs in cents: pairs of a name and a price; `voucher`: percent off."""
    if not 0 <= voucher <= 100:
        raise ValueError("a voucher is between 0 and 100 percent")
    if any(price < 0 for _, price in basket):
        raise ValueError("nothing costs less than nothing")
    cents = sum(price * (count - count // 3) for (_, price), count in Counter(basket).items())
    off = cents * voucher // 100 if cents >= 2000 else 0
    return cents - off
