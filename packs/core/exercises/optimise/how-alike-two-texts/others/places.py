from bisect import bisect_left


def common(old, new):
    places = {}
    for at, word in enumerate(new):
        places.setdefault(word, []).append(at)
    ends = []
    for word in old:
        for at in reversed(places.get(word, ())):
            k = bisect_left(ends, at)
            ends[k : k + 1] = [at]
    return len(ends)
