import heapq


class Jobs:
    def __init__(self):
        self._heap = []

    def add(self, priority, job):
        heapq.heappush(self._heap, (priority, str(sorted(job.items())), job))

    def next(self):
        return heapq.heappop(self._heap)[-1]

    def __len__(self):
        return len(self._heap)
