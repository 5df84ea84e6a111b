class Completer:
    def __init__(self, names):
        self.names = sorted(set(names))

    def suggest(self, prefix, limit=5):
        if limit < 1:
            raise ValueError("limit")
        return [name for name in self.names if prefix in name][:limit]
