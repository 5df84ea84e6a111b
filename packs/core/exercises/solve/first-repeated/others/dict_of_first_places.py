def first_repeated(ids):
    first = {}
    for place, order in enumerate(ids):
        if first.setdefault(order, place) != place:
            return order
    return None
