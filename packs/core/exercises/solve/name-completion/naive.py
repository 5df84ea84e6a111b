class Completer:
    """Looks at all names for every question."""

    def __init__(self, names):
        self.names = sorted(set(names))

    def suggest(self, prefix, limit=5):
        if limit < 1:
            raise ValueError("limit")
        return [name for name in self.names if name.startswith(prefix)][:limit]
