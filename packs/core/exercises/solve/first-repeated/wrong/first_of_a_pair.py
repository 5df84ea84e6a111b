from collections import Counter


def first_repeated(ids):
    counts = Counter(ids)
    for order in ids:
        if counts[order] > 1:
            return order
    return None
