from collections import defaultdict, deque


class Turnstile:
    def __init__(self, most, seconds):
        if not most >= 1:
            raise ValueError(most)
        if not seconds > 0:
            raise ValueError(seconds)
        self._queues = defaultdict(deque)
        self._most, self._seconds = most, seconds

    def allow(self, now, client=""):
        queue = self._queues[client]
        while queue and queue[0] + self._seconds <= now:
            queue.popleft()
        if len(queue) == self._most:
            return False
        queue.append(now)
        return True
