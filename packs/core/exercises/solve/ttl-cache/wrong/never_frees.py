class TTLCache:
    def __init__(self, seconds, clock):
        if seconds <= 0:
            raise ValueError("no life")
        self.seconds = seconds
        self.clock = clock
        self.entries = {}

    def put(self, key, value):
        self.entries[key] = (value, self.clock() + self.seconds)

    def get(self, key, default=None):
        if key in self.entries and self.entries[key][1] > self.clock():
            return self.entries[key][0]
        return default

    def __len__(self):
        return sum(expiry > self.clock() for _, expiry in self.entries.values())
