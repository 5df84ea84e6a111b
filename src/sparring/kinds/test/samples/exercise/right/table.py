from bisect import bisect_right


def fare(age):
    if age < 0:
        raise ValueError(age)
    return (0, 2, 5)[bisect_right((6, 18), age)]
