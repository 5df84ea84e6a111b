from itertools import islice


def chunked(iterable, size: int):
    """Check now, read later."""
    if size < 1:
        raise ValueError(f"size must be at least 1, not {size}")
    return _chunks(iter(iterable), size)


def _chunks(iterator, size):
    while chunk := list(islice(iterator, size)):
        yield chunk
