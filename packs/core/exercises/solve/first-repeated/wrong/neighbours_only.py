def first_repeated(ids):
    for before, order in zip(ids, ids[1:]):
        if before == order:
            return order
    return None
