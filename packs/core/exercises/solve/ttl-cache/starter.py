from collections import OrderedDict


class TTLCache:
    """All live equally long, so the order of storing is the order of expiry: the front goes first."""

    def __init__(self, seconds, clock):
        if seconds <= 0:
            raise ValueError(f"a life of {seconds} seconds is none")
        self._seconds = seconds
        self._clock = clock
        self._entries = OrderedDict()

    def _expire(self):
        ...

    def put(self, key, value):
        now = self._expire()
        self._entries[key] = (value, now + self._seconds)
        self._entries.move_to_end(key)

    def get(self, key, default=None):
        self._expire()
        entry = self._entries.get(key)
        return default if entry is None else entry[0]

    def __len__(self):
        self._expire()
        return len(self._entries)
