from bisect import bisect_right


class RateLimiter:
    def __init__(self, limit, window):
        if limit < 1:
            raise ValueError(f"limit must be at least 1, not {limit}")
        if window <= 0:
            raise ValueError(f"window must be positive, not {window}")
        self.limit, self.window, self._accepted = limit, window, {}

    def allow(self, client, now):
        times = self._accepted.setdefault(client, [])
        del times[: bisect_right(times, now - self.window)]
        if len(times) >= self.limit:
            return False
        times.append(now)
        return True
