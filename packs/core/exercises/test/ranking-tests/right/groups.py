from itertools import groupby


def places(points, top=None):
    if (top or 1) < 1 or top == 0:
        raise ValueError("top")
    order = sorted((-score, name) for name, score in points.items())
    result, ahead = [], 0
    for negative, group in groupby(order, key=lambda pair: pair[0]):
        names = [name for _, name in group]
        if top is None or ahead < top:
            result += [(ahead + 1, name, -negative) for name in names]
        ahead += len(names)
    return result
