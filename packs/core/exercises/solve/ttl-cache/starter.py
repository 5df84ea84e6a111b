class TTLCache:
    """Remembers values for `seconds` from when they were stored."""

    def __init__(self, seconds, clock):
        self.seconds = seconds
        self.clock = clock

    def put(self, key, value):
        """Store value under key from now on."""
        raise NotImplementedError

    def get(self, key, default=None):
        """Return the value, or default if there is none or it has expired."""
        raise NotImplementedError

    def __len__(self):
        raise NotImplementedError
