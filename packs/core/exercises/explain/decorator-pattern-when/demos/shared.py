class Cached:
    _known = {}
    def __init__(self, source):
        self._source = source
    def get(self, key):
        if key not in self._known:
            self._known[key] = self._source.get(key)
        return self._known[key]
