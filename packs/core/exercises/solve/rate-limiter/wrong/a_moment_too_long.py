from collections import defaultdict, deque


class RateLimiter:
    def __init__(self, limit, window):
        if limit < 1 or window <= 0:
            raise ValueError("limit and window must be positive")
        self.limit = limit
        self.window = window
        self.accepted = defaultdict(deque)

    def allow(self, client, now):
        accepted = self.accepted[client]
        while accepted and accepted[0] + self.window < now:
            accepted.popleft()
        if len(accepted) >= self.limit:
            return False
        accepted.append(now)
        return True
