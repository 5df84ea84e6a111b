from contextlib import contextmanager


class Container:
    """Builders by name, what has been built, and who is being built right now."""

    def __init__(self):
        self._builders = {}
        self._built = {}
        self._under_construction = []

    def register(self, name, build, shared=True):
        self._builders[name] = (build, shared)
        self._built.pop(name, None)

    def get(self, name):
        if name in self._built:
            return self._built[name]
        if name not in self._builders:
            raise LookupError(f"nothing is registered as {name!r}")
        if name in self._under_construction:
            circle = self._under_construction[self._under_construction.index(name) :]
            raise ValueError("these need each other: " + " -> ".join([*circle, name]))
        build, shared = self._builders[name]
        self._under_construction.append(name)
        try:
            service = build(self)
        finally:
            self._under_construction.pop()
        if shared:
            self._built[name] = service
        return service

    @contextmanager
    def override(self, name, build):
        builders, built = dict(self._builders), self._built
        shared = self._builders.get(name, (None, True))[1]
        self._builders[name] = (build, shared)
        self._built = {}
        try:
            yield self
        finally:
            self._builders, self._built = builders, built
