from bisect import bisect_left


class Completer:
    """Sorted once: names with the same beginning stand next to each other."""

    def __init__(self, names):
        self._names = sorted(set(names))

    def suggest(self, prefix, limit=5):
        if limit < 1:
            raise ValueError(f"a limit of {limit} leaves nothing to suggest")
        start = bisect_left(self._names, prefix)
        found = []
        for position in range(start, min(start + limit, len(self._names))):
            if not self._names[position].startswith(prefix):
                break
            found.append(self._names[position])
        return found
