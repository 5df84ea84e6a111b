def page(orders, after, size):
    ordered = sorted(orders)
    rest = [order for order in ordered if after is None or order[0] >= after]
    found = rest[:size]
    more = len(rest) > size
    return found, found[-1][0] if more else None
