from bisect import bisect_left


def first_at_or_after(times, moment):
    return bisect_left(times, moment)
