from collections import defaultdict, deque


class RateLimiter:
    def __init__(self, limit, window):
        if limit < 1 or window <= 0:
            raise ValueError("limit and window must be positive")
        self.limit = limit
        self.window = window
        self.seen = defaultdict(deque)

    def allow(self, client, now):
        seen = self.seen[client]
        while seen and seen[0] + self.window <= now:
            seen.popleft()
        seen.append(now)
        return len(seen) <= self.limit
