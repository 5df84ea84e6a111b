def first_repeated(ids):
    """Return the first id that appears a second time, or None."""
    raise NotImplementedError
