from contextlib import contextmanager

_ABSENT = object()


@contextmanager
def overridden(obj, **changes):
    """Note what was there before each change, and put it back in reverse order."""
    before = []
    try:
        for name, value in changes.items():
            old = vars(obj).get(name, _ABSENT)
            setattr(obj, name, value)
            before.append((name, old))
        yield obj
    finally:
        for name, old in reversed(before):
            if old is _ABSENT:
                delattr(obj, name)
            else:
                setattr(obj, name, old)
