from contextlib import contextmanager


@contextmanager
def overridden(obj, **changes):
    before = {name: getattr(obj, name, None) for name in changes}
    done = []
    try:
        for name, value in changes.items():
            setattr(obj, name, value)
            done.append(name)
        yield obj
    finally:
        for name in done:
            setattr(obj, name, before[name])
