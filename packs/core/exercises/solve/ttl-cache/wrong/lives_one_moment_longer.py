class TTLCache:
    def __init__(self, seconds, clock):
        if seconds <= 0:
            raise ValueError("no life")
        self.seconds = seconds
        self.clock = clock
        self.entries = {}

    def expire(self):
        now = self.clock()
        self.entries = {key: entry for key, entry in self.entries.items() if entry[1] >= now}
        return now

    def put(self, key, value):
        self.entries[key] = (value, self.expire() + self.seconds)

    def get(self, key, default=None):
        self.expire()
        return self.entries[key][0] if key in self.entries else default

    def __len__(self):
        self.expire()
        return len(self.entries)
