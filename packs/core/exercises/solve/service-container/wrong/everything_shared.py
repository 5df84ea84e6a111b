from contextlib import contextmanager


class Container:
    def __init__(self):
        self.builders, self.built, self.path = {}, {}, []

    def register(self, name, build, shared=True):
        self.builders[name] = build
        self.built.pop(name, None)

    def get(self, name):
        if name in self.built:
            return self.built[name]
        if name not in self.builders:
            raise LookupError(name)
        if name in self.path:
            raise ValueError(" -> ".join([*self.path, name]))
        self.path.append(name)
        try:
            self.built[name] = self.builders[name](self)
        finally:
            self.path.pop()
        return self.built[name]

    @contextmanager
    def override(self, name, build):
        builders, built = self.builders, self.built
        self.builders, self.built = {**builders, name: build}, {}
        try:
            yield self
        finally:
            self.builders, self.built = builders, built
