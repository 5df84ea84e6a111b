def merge_feeds(feeds):
    """Yield the (time, event) pairs of all feeds in order of time."""
    raise NotImplementedError
    yield
