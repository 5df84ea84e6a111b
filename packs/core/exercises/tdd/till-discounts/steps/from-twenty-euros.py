def to_pay(basket, voucher=0):
    """What a basket costs in cents: pairs of a name and a price; `voucher`: percent off."""
    cents = sum(price for _, price in basket)
    off = cents * voucher // 100 if cents >= 2000 else 0
    return cents - off
