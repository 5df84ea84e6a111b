from contextlib import contextmanager

ABSENT = object()


@contextmanager
def overridden(obj, **changes):
    before = {name: vars(obj).get(name, ABSENT) for name in changes}
    for name, value in changes.items():
        setattr(obj, name, value)
    yield obj
    for name, old in before.items():
        if old is ABSENT:
            delattr(obj, name)
        else:
            setattr(obj, name, old)
