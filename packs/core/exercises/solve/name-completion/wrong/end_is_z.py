from bisect import bisect_left


class Completer:
    def __init__(self, names):
        self.names = sorted(set(names))

    def suggest(self, prefix, limit=5):
        if limit < 1:
            raise ValueError("limit")
        start = bisect_left(self.names, prefix)
        end = bisect_left(self.names, prefix + "z") if prefix else len(self.names)
        return self.names[start:end][:limit]
