class LRUCache:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError(f"capacity must be at least 1, not {capacity}")
        self.capacity = capacity
        self._entries = {}

    def get(self, key, default=None):
        if key not in self._entries:
            return default
        self._entries[key] = value = self._entries.pop(key)
        return value

    def put(self, key, value):
        self._entries.pop(key, None)
        self._entries[key] = value
        if len(self._entries) > self.capacity:
            del self._entries[next(iter(self._entries))]

    def __len__(self):
        return len(self._entries)
