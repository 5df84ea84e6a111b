from itertools import zip_longest


def chunked(iterable, size):
    if size < 1:
        raise ValueError("size must be at least 1")
    columns = [iter(iterable)] * size
    return ([item for item in row if item is not None] for row in zip_longest(*columns))
