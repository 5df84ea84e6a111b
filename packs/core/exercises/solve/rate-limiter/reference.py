from collections import defaultdict, deque


class RateLimiter:
    """One queue of accepted instants per client, the oldest in front."""

    def __init__(self, limit: int, window: float):
        if limit < 1:
            raise ValueError(f"limit must be at least 1, not {limit}")
        if window <= 0:
            raise ValueError(f"window must be positive, not {window}")
        self.limit = limit
        self.window = window
        self._accepted = defaultdict(deque)

    def allow(self, client: str, now: float) -> bool:
        accepted = self._accepted[client]
        while accepted and accepted[0] + self.window <= now:
            accepted.popleft()
        if len(accepted) >= self.limit:
            return False
        accepted.append(now)
        return True
