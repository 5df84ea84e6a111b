class TTLCache:
    def __init__(self, seconds, clock):
        if seconds <= 0:
            raise ValueError("no life")
        self.seconds = seconds
        self.clock = clock
        self.values = {}
        self.expiries = {}

    def expire(self):
        now = self.clock()
        for key in [key for key, expiry in self.expiries.items() if expiry <= now]:
            del self.values[key], self.expiries[key]
        return now

    def put(self, key, value):
        now = self.expire()
        self.values[key] = value
        self.expiries.setdefault(key, now + self.seconds)

    def get(self, key, default=None):
        self.expire()
        return self.values.get(key, default)

    def __len__(self):
        self.expire()
        return len(self.values)
