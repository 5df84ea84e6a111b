class RateLimiter:
    """At most `limit` requests per client in any `window` seconds."""

    def __init__(self, limit: int, window: float):
        self.limit = limit
        self.window = window

    def allow(self, client: str, now: float) -> bool:
        """Say whether this request may pass, and remember it if so."""
        raise NotImplementedError
