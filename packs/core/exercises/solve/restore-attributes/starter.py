from contextlib import contextmanager


@contextmanager
def overridden(obj, **changes):
    """Give obj other attributes for the time of a with block."""
    old = {name: getattr(obj, name) for name in changes}
    for name, value in changes.items():
        setattr(obj, name, value)
    yield obj
    for name, value in old.items():
        setattr(obj, name, value)
