ABSENT = object()


class overridden:
    def __init__(self, obj, **changes):
        self.obj = obj
        self.changes = changes
        self.before = []

    def __enter__(self):
        try:
            for name, value in self.changes.items():
                old = vars(self.obj).get(name, ABSENT)
                setattr(self.obj, name, value)
                self.before.append((name, old))
        except BaseException:
            self.restore()
            raise
        return self.obj

    def restore(self):
        for name, old in reversed(self.before):
            if old is ABSENT:
                delattr(self.obj, name)
            else:
                setattr(self.obj, name, old)

    def __exit__(self, *error):
        self.restore()
        return True
