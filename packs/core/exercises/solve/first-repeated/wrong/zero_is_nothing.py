def first_repeated(ids):
    seen = set()
    found = None
    for order in ids:
        if order in seen:
            found = order
            break
        seen.add(order)
    return found or None
