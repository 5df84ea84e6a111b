def first_repeated(ids):
    """One pass; a set remembers what has gone by."""
    seen = set()
    for order in ids:
        if order in seen:
            return order
        seen.add(order)
    return None
