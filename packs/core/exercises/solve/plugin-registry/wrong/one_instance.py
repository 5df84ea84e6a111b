class Registry:
    def __init__(self):
        self.makers = {}
        self.made = {}

    def register(self, name):
        if not name or name.lower() in self.makers:
            raise ValueError(name)

        def enter(maker):
            self.makers[name.lower()] = maker
            return maker

        return enter

    def create(self, name, *args, **kwargs):
        key = name.lower()
        if key not in self.makers:
            raise LookupError(f"{name}: {self.names()}")
        if key not in self.made:
            self.made[key] = self.makers[key](*args, **kwargs)
        return self.made[key]

    def names(self):
        return sorted(self.makers)
