class Registry:
    def __init__(self):
        self.makers = {}

    def register(self, name):
        if not name or name in self.makers:
            raise ValueError(name)

        def enter(maker):
            self.makers[name] = maker
            return maker

        return enter

    def create(self, name, *args, **kwargs):
        if name not in self.makers:
            raise LookupError(f"{name}: {self.names()}")
        return self.makers[name](*args, **kwargs)

    def names(self):
        return sorted(self.makers)
