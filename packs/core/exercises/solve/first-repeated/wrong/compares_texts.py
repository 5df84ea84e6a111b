def first_repeated(ids):
    seen = set()
    for order in ids:
        key = str(order)
        if key in seen:
            return order
        seen.add(key)
    return None
