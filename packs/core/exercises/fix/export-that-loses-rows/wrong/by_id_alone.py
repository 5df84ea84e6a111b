def page(orders, after, size):
    ordered = sorted(orders, key=lambda order: order[1])
    rest = [order for order in ordered if after is None or order[1] > after]
    found = rest[:size]
    more = len(rest) > size
    return found, found[-1][1] if more else None
