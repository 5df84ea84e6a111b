import heapq
from itertools import count


class Jobs:
    """Jobs by priority: the smallest number first, among equals whoever came first."""

    def __init__(self):
        self._heap = []
        self._arrivals = count()

    def add(self, priority, job):
        """Let a job (a dictionary) wait with this priority."""
        heapq.heappush(self._heap, (priority, next(self._arrivals), job))

    def next(self):
        """The job whose turn it is; IndexError if nobody waits."""
        _, _, job = heapq.heappop(self._heap)
        return job

    def __len__(self):
        return len(self._heap)
