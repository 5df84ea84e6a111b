from collections import ChainMap
from contextlib import contextmanager


class Container:
    def __init__(self):
        self._builders = ChainMap()
        self._built = {}
        self._path = []

    def register(self, name, build, shared=True):
        self._builders[name] = (build, shared)
        self._built.pop(name, None)

    def get(self, name):
        if name in self._built:
            return self._built[name]
        try:
            build, shared = self._builders[name]
        except KeyError:
            raise LookupError(f"nothing is registered as {name!r}") from None
        if name in self._path:
            circle = self._path[self._path.index(name) :]
            raise ValueError("these need each other: " + " -> ".join([*circle, name]))
        self._path.append(name)
        try:
            service = build(self)
        finally:
            self._path.pop()
        if shared:
            self._built[name] = service
        return service

    @contextmanager
    def override(self, name, build):
        before = self._builders, self._built
        shared = self._builders.get(name, (None, True))[1]
        self._builders, self._built = self._builders.new_child({name: (build, shared)}), {}
        try:
            yield self
        finally:
            self._builders, self._built = before
