def pairs(items):
    if items is None:
        return None
    return list(zip(items, items[1:]))
