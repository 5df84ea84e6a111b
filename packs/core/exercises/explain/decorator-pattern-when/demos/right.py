class Cached:
    def __init__(self, source):
        self._source, self._known = source, {}
    def get(self, key):
        if key not in self._known:
            self._known[key] = self._source.get(key)
        return self._known[key]
    __getattr__ = lambda self, name: getattr(self._source, name)
