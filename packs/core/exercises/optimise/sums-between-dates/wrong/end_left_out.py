from itertools import accumulate


def sums(values, questions):
    until = list(accumulate(values, initial=0))
    return [until[last] - until[first] if first <= last else 0 for first, last in questions]
