def first_repeated(ids):
    """Looks linear, but `in` walks the list."""
    seen = []
    for order in ids:
        if order in seen:
            return order
        seen.append(order)
    return None
