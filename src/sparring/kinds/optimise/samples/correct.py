def common(first, second):
    """Those of the first list that are in the second, in order, once each."""
    there = set(second)
    return [name for name in dict.fromkeys(first) if name in there]
