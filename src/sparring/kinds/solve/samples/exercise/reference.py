def pairs(items):
    return list(zip(items, items[1:]))
