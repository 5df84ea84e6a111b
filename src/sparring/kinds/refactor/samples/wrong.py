def total(items):
    return sum(price * pieces for kind, price, pieces in items)
