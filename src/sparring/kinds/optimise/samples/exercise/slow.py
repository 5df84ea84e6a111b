def common(first, second):
    """Those of the first list that are in the second, in order, once each."""
    found = []
    for name in first:
        if name in second and name not in found:
            found.append(name)
    return found
