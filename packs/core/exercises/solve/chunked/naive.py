from itertools import chain, islice


def chunked(iterable, size: int):
    """Looks whether there is a next item and puts it back with `chain`: one more layer at every chunk."""
    if size < 1:
        raise ValueError("size must be at least 1")
    return _chunks(iter(iterable), size)


def _chunks(iterator, size):
    for first in iterator:
        iterator = chain([first], iterator)
        yield list(islice(iterator, size))
