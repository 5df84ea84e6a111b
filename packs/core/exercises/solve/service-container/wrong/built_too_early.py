from contextlib import contextmanager


class Container:
    def __init__(self):
        self.builders, self.built, self.path = {}, {}, []

    def register(self, name, build, shared=True):
        self.builders[name] = (build, shared)
        self.built.pop(name, None)
        if shared:
            try:
                self.get(name)
            except (LookupError, ValueError, OSError):
                pass

    def get(self, name):
        if name in self.built:
            return self.built[name]
        if name not in self.builders:
            raise LookupError(name)
        if name in self.path:
            raise ValueError(" -> ".join([*self.path, name]))
        self.path.append(name)
        try:
            service = self.builders[name][0](self)
        finally:
            self.path.pop()
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
