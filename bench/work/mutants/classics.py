"""Two interview classics in one module: a cache that forgets what was used longest ago, and the cheapest way through a graph."""

import heapq
from collections import OrderedDict


class Recent:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self.capacity = capacity
        self.items = OrderedDict()

    def get(self, key, default=None):
        if key not in self.items:
            return default
        self.items.move_to_end(key)
        return self.items[key]

    def put(self, key, value):
        self.items[key] = value
        self.items.move_to_end(key)
        if len(self.items) > self.capacity:
            self.items.popitem(last=False)

    def __len__(self):
        return len(self.items)


def cheapest(graph, source, target):
    best, before, queue = {source: 0}, {}, [(0, source)]
    while queue:
        cost, node = heapq.heappop(queue)
        if node == target:
            return cost, path(before, source, target)
        if cost > best[node]:
            continue
        for other, weight in graph.get(node, {}).items():
            if weight < 0:
                raise ValueError("a weight is negative")
            total = cost + weight
            if other not in best or total < best[other]:
                best[other] = total
                before[other] = node
                heapq.heappush(queue, (total, other))
    raise ValueError("there is no way")


def path(before, source, target):
    found = [target]
    while found[-1] != source:
        found.append(before[found[-1]])
    return found[::-1]
