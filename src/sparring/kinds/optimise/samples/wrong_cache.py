CACHE = {}


def common(first, second):
    key = (len(first), len(second))
    if key not in CACHE or len(first) < 50:
        there = set(second)
        CACHE[key] = [name for name in dict.fromkeys(first) if name in there]
    return CACHE[key]
