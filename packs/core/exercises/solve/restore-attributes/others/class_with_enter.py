class overridden:
    def __init__(self, obj, **changes):
        self.obj = obj
        self.changes = changes
        self.before = []

    def __enter__(self):
        try:
            for name, value in self.changes.items():
                old = [vars(self.obj)[name]] if name in vars(self.obj) else []
                setattr(self.obj, name, value)
                self.before.append((name, old))
        except BaseException:
            self.put_back()
            raise
        return self.obj

    def __exit__(self, *failure):
        self.put_back()

    def put_back(self):
        while self.before:
            name, old = self.before.pop()
            if old:
                setattr(self.obj, name, old[0])
            else:
                delattr(self.obj, name)
