from contextlib import ExitStack, contextmanager


@contextmanager
def overridden(obj, **changes):
    with ExitStack() as undo:
        for name, value in changes.items():
            own = vars(obj)
            if name in own:
                back = (setattr, obj, name, own[name])
            else:
                back = (delattr, obj, name)
            setattr(obj, name, value)
            undo.callback(*back)
        yield obj
