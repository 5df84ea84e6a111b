import time


class Limiter:
    def __init__(self, most, seconds, clock=time.monotonic):
        if most < 1:
            raise ValueError("most")
        if not seconds > 0:
            raise ValueError("seconds")
        self._most, self._seconds, self._clock, self._ends = most, seconds, clock, {}

    def _open(self, client, now):
        ends = [end for end in self._ends.get(client, []) if end > now]
        self._ends[client] = ends
        return ends

    def allow(self, client):
        now = self._clock()
        ends = self._open(client, now)
        if len(ends) >= self._most:
            return False
        ends.append(now + self._seconds)
        return True

    def wait(self, client):
        now = self._clock()
        ends = self._open(client, now)
        return max(0, ends[-self._most] - now) if len(ends) >= self._most else 0
