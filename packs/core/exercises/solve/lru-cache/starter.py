class LRUCache:
    """Remembers the `capacity` entries used last."""

    def __init__(self, capacity: int):
        self.capacity = capacity

    def get(self, key, default=None):
        """Return the value stored under key, or default; a hit counts as use."""
        raise NotImplementedError

    def put(self, key, value):
        """Store value under key; the entry unused longest leaves if there is no room."""
        raise NotImplementedError

    def __len__(self):
        raise NotImplementedError
