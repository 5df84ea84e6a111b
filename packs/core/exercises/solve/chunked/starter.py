def chunked(iterable, size: int):
    """Yield the items of iterable in lists of `size`; the last may be shorter."""
    raise NotImplementedError
