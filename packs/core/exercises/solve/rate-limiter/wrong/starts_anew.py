class RateLimiter:
    def __init__(self, limit, window):
        if limit < 1 or window <= 0:
            raise ValueError("limit and window must be positive")
        self.limit = limit
        self.window = window
        self.started = {}
        self.counts = {}

    def allow(self, client, now):
        if client not in self.started or now - self.started[client] >= self.window:
            self.started[client] = now
            self.counts[client] = 0
        if self.counts[client] >= self.limit:
            return False
        self.counts[client] += 1
        return True
