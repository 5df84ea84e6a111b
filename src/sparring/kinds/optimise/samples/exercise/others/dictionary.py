def common(first, second):
    there = dict.fromkeys(second)
    return list(dict.fromkeys(name for name in first if name in there))
