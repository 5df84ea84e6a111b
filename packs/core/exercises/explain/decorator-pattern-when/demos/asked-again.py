class Cached:
    def __init__(self, source):
        self._source = source
    def __getattr__(self, name):
        return getattr(self._source, name)
