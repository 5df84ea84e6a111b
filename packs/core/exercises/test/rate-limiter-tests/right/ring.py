import time


class Limiter:
    def __init__(self, most, seconds, clock=time.monotonic):
        if most < 1 or seconds <= 0:
            raise ValueError(f"{most} calls in {seconds} s")
        self.size, self.window, self.now = most, seconds, clock
        self.rings = {}

    def allow(self, client):
        if self.wait(client):
            return False
        ring, place = self.rings.setdefault(client, ([None] * self.size, 0))
        ring[place] = self.now()
        self.rings[client] = ring, (place + 1) % self.size
        return True

    def wait(self, client):
        ring, place = self.rings.get(client, ([None], 0))
        oldest = ring[place]
        if oldest is None:
            return 0.0
        return max(0.0, oldest + self.window - self.now())
