def common(first, second):
    return sorted(set(first) & set(second))
