from itertools import count


class LRUCache:
    def __init__(self, capacity):
        if capacity <= 0:
            raise ValueError("too small")
        self._tick, self._values, self._used, self._room = count(), {}, {}, capacity

    def get(self, key, default=None):
        try:
            found = self._values[key]
        except KeyError:
            return default
        self._used[key] = next(self._tick)
        return found

    def put(self, key, value):
        if key not in self._values and len(self._values) >= self._room:
            oldest = min(self._used, key=self._used.__getitem__)
            del self._values[oldest], self._used[oldest]
        self._values[key], self._used[key] = value, next(self._tick)

    def __len__(self):
        return len(self._used)
