found = []


def pairs(items):
    found.extend(zip(items, items[1:]))
    return found
