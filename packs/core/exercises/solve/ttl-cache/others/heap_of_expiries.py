from heapq import heappop, heappush


class TTLCache:
    def __init__(self, seconds, clock):
        if seconds <= 0:
            raise ValueError(f"a life of {seconds} seconds is none")
        self._seconds, self._clock, self._entries, self._heap, self._number = seconds, clock, {}, [], 0

    def _expire(self):
        now = self._clock()
        while self._heap and self._heap[0][0] <= now:
            _, number, key = heappop(self._heap)
            if key in self._entries and self._entries[key][1] == number:
                del self._entries[key]
        return now

    def put(self, key, value):
        now = self._expire()
        self._number += 1
        self._entries[key] = (value, self._number)
        heappush(self._heap, (now + self._seconds, self._number, key))

    def get(self, key, default=None):
        self._expire()
        return self._entries[key][0] if key in self._entries else default

    def __len__(self):
        self._expire()
        return len(self._entries)
