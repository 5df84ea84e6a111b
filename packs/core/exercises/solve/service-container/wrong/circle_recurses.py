from contextlib import contextmanager


class Container:
    def __init__(self):
        self.builders, self.built = {}, {}

    def register(self, name, build, shared=True):
        self.builders[name] = (build, shared)
        self.built.pop(name, None)

    def get(self, name):
        if name in self.built:
            return self.built[name]
        if name not in self.builders:
            raise LookupError(name)
        service = self.builders[name][0](self)
        if self.builders[name][1]:
            self.built[name] = service
        return service

    @contextmanager
    def override(self, name, build):
        builders, built = self.builders, self.built
        self.builders, self.built = {**builders, name: (build, True)}, {}
        try:
            yield self
        finally:
            self.builders, self.built = builders, built
