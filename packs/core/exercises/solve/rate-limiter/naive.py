class RateLimiter:
    """Looks through everything that is remembered at each request."""

    def __init__(self, limit: int, window: float):
        if limit < 1 or window <= 0:
            raise ValueError("limit and window must be positive")
        self.limit = limit
        self.window = window
        self.accepted = {}

    def allow(self, client: str, now: float) -> bool:
        recent = [instant for instant in self.accepted.get(client, []) if instant + self.window > now]
        passes = len(recent) < self.limit
        if passes:
            recent.append(now)
        self.accepted[client] = recent
        return passes
