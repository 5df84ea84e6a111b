from itertools import accumulate


def sums(values, questions):
    """For each (first, last) the sum of the values from first to last, both included."""
    until = list(accumulate(values, initial=0))
    return [until[last + 1] - until[first] if first <= last else 0 for first, last in questions]
