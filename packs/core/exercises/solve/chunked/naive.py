from itertools import islice, tee


def chunked(iterable, size: int):
    """Looks ahead on a second iterator: `tee` keeps all the rows that the slower of the two has not read yet."""
    if size < 1:
        raise ValueError("size must be at least 1")
    return _chunks(iterable, size)


def _chunks(iterable, size):
    rows, ahead = tee(iterable)
    for _ in ahead:
        chunk = list(islice(rows, size))
        if not chunk:
            return
        yield chunk
