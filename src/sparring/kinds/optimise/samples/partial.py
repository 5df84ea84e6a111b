def common(first, second):
    there = set(second)
    found = []
    for name in first:
        if name in there and name not in found:
            found.append(name)
    return found
