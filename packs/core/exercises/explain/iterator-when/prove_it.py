"""`Countdown` is an iterable, and no iterator."""


def check(source, names):
    """None when every loop gets an iterator of its own."""
    made = names["Countdown"]
    count = made(3)
    if [number for number in count] != [3, 2, 1] or [*made(0)] != [] or max(made(7)) != 7:
        return "not-counted"
    if [*count] != [3, 2, 1] or sum(count) != 6:
        return "used-up"
    if [(one, other) for one in made(2) for other in made(2)] != [(2, 2), (2, 1), (1, 2), (1, 1)]:
        return "not-counted"
    both = made(2)
    if [(one, other) for one in both for other in both] != [(2, 2), (2, 1), (1, 2), (1, 1)]:
        return "one-position"
    first, second = iter(both), iter(both)
    if [next(first), next(first), next(second)] != [2, 1, 2]:
        return "one-position"
    return None
