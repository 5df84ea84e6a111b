class Completer:
    def __init__(self, names):
        self._beginnings = {}
        for name in sorted(set(names)):
            for end in range(len(name) + 1):
                self._beginnings.setdefault(name[:end], []).append(name)

    def suggest(self, prefix, limit=5):
        if limit < 1:
            raise ValueError(f"a limit of {limit} leaves nothing to suggest")
        return self._beginnings.get(prefix, [])[:limit]
