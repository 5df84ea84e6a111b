import time
from collections import defaultdict, deque


class Limiter:
    def __init__(self, most, seconds, clock=time.monotonic):
        if most < 1 or seconds <= 0:
            raise ValueError("a limiter must let something through")
        self.most = most
        self.seconds = seconds
        self.clock = clock
        self.calls = defaultdict(deque)

    def allow(self, client):
        if self.wait(client) > 0:
            return False
        self.calls[client].append(self.clock())
        return True

    def wait(self, client):
        calls, now = self.calls[client], self.clock()
        while calls and now - calls[0] >= self.seconds:
            calls.popleft()
        if len(calls) < self.most:
            return 0
        return calls[0] + self.seconds - now
