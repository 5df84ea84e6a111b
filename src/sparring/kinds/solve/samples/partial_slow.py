def pairs(items):
    found = []
    while len(items) > 1:
        found = found + [(items[0], items[1])]
        items = items[1:]
    if items is None:
        raise TypeError
    return found
