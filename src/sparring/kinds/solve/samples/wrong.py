def pairs(items):
    return [(items[0], items[1])]
