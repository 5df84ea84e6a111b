from itertools import islice


def batches(items, size):
    if size < 1:
        raise ValueError("size must be at least 1")
    return _batches(iter(items), size)


def _batches(source, size):
    while batch := list(islice(source, size)):
        yield batch
