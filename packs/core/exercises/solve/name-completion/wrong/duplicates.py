from bisect import bisect_left


class Completer:
    def __init__(self, names):
        self.names = sorted(names)

    def suggest(self, prefix, limit=5):
        if limit < 1:
            raise ValueError("limit")
        start = bisect_left(self.names, prefix)
        return [name for name in self.names[start : start + limit] if name.startswith(prefix)]
