from bisect import bisect_left


def places(scores):
    ordered = sorted(-score for score in scores)
    return [1 + bisect_left(ordered, -score) for score in scores]
