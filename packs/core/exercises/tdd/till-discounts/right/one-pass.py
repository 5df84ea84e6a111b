def to_pay(basket, voucher=0):
    if voucher < 0 or voucher > 100:
        raise ValueError(voucher)
    seen = {}
    cents = 0
    for name, price in basket:
        if price < 0:
            raise ValueError(name)
        seen[name, price] = seen.get((name, price), 0) + 1
        if seen[name, price] % 3:
            cents += price
    if cents < 2000:
        return cents
    return cents - int(cents * voucher / 100)
