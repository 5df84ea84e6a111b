"""Caches, costs that are paid now and then (amortised), and costs that are paid once (warm-up): what a step costs settles only after a while."""

# ruff: noqa: C4, PERF, RET, SIM, C90 - slow code is what these are for

import bisect
import functools
import heapq
from collections import OrderedDict, defaultdict, deque
from typing import Any

from sparring.judge.growth.tests.labelled import inputs
from sparring.judge.growth.tests.labelled.registry import labelled


@labelled("n", inputs.distinct)
def lru_of_half_the_items(items: list[int]) -> int:
    cache: OrderedDict[int, int] = OrderedDict()
    hits = 0
    for i, item in enumerate(items):
        cache[item] = i
        cache.move_to_end(item)
        if len(cache) > len(items) // 2:
            cache.popitem(last=False)
        if items[i // 2] in cache:
            cache.move_to_end(items[i // 2])
            hits += 1
    return hits


@labelled("n", inputs.operations)
def lru_in_a_class(steps: list[tuple[str, int]]) -> int:
    class Cache:
        def __init__(self, capacity: int) -> None:
            self.capacity, self.entries = capacity, OrderedDict[int, int]()

        def get(self, key: int) -> int | None:
            if key not in self.entries:
                return None
            self.entries.move_to_end(key)
            return self.entries[key]

        def put(self, key: int, value: int) -> None:
            self.entries[key] = value
            self.entries.move_to_end(key)
            if len(self.entries) > self.capacity:
                self.entries.popitem(last=False)

    cache, hits = Cache(max(1, len(steps) // 3)), 0
    for name, key in steps:
        if name == "put":
            cache.put(key, key)
        elif cache.get(key) == key:
            hits += 1
    return hits


@labelled("n", inputs.operations)
def lru_of_linked_nodes(steps: list[tuple[str, int]]) -> int:
    head: list[Any] = [None, None, None]
    head[0] = head[1] = head
    nodes: dict[int, list[Any]] = {}
    for _, key in steps:
        node = nodes.get(key)
        if node is None:
            node = nodes[key] = [None, None, key]
        else:
            node[0][1], node[1][0] = node[1], node[0]
        node[0], node[1] = head[0], head
        head[0][1] = node
        head[0] = node
        if len(nodes) > 100:
            oldest = head[1]
            head[1], oldest[1][0] = oldest[1], head
            del nodes[oldest[2]]
    while head[1] is not head:  # cycles would be left to the collector
        head[1] = head[1][1]
    return len(nodes)


@labelled("n^2", inputs.distinct)
def cache_that_looks_for_the_oldest(items: list[int]) -> int:
    used: dict[int, int] = {}
    for now, item in enumerate(items):
        if len(used) > len(items) // 4:
            del used[min(used, key=used.__getitem__)]
        used[item] = now
    return len(used)


@labelled("n", inputs.operations)
def bounded_memo(steps: list[tuple[str, int]]) -> int:
    @functools.lru_cache(maxsize=64)
    def squared(key: int) -> int:
        return key * key

    return sum(squared(key % 200) for _, key in steps)


@labelled("n", inputs.operations)
def cache_cleared_when_full(steps: list[tuple[str, int]]) -> int:
    cache: dict[int, int] = {}
    cleared = 0
    for _, key in steps:
        if len(cache) >= 500:
            cache.clear()
            cleared += 1
        cache[key] = key
    return cleared


@labelled("n", inputs.numbers)
def array_that_doubles(items: list[int]) -> int:
    room: list[int | None] = [None]
    used = 0
    for item in items:
        if used == len(room):
            room = room + [None] * len(room)
        room[used] = item
        used += 1
    return used


@labelled("n^2", inputs.numbers)
def array_that_grows_by_ten(items: list[int]) -> int:
    room: list[int | None] = [None]
    used = 0
    for item in items:
        if used == len(room):
            larger: list[int | None] = [None] * (len(room) + 10)
            for i in range(used):
                larger[i] = room[i]
            room = larger
        room[used] = item
        used += 1
    return used


@labelled("n", inputs.distinct)
def table_of_buckets(items: list[int]) -> int:
    buckets: list[list[int]] = [[] for _ in range(8)]
    for count, item in enumerate(items):
        if count > 2 * len(buckets):
            old, buckets = buckets, [[] for _ in range(2 * len(buckets))]
            for bucket in old:
                for known in bucket:
                    buckets[hash(known) % len(buckets)].append(known)
        buckets[hash(item) % len(buckets)].append(item)
    return len(buckets)


@labelled("n", inputs.numbers)
def queue_of_two_stacks(items: list[int]) -> int:
    coming: list[int] = []
    going: list[int] = []
    total = 0
    for i, item in enumerate(items):
        coming.append(item)
        if i % 3 == 2:
            if not going:
                while coming:
                    going.append(coming.pop())
            total += going.pop()
    return total


@labelled("n", inputs.number)
def counted_in_bits(n: int) -> int:
    bits = [0] * 20
    flips = 0
    for _ in range(n):
        place = 0
        while bits[place]:
            bits[place] = 0
            place += 1
            flips += 1
        bits[place] = 1
    return flips


@labelled("n", inputs.numbers)
def after_a_table_is_made(items: list[int]) -> int:
    squares = {i: i * i for i in range(3000)}
    return sum(squares[item % 3000] for item in items)


@labelled("n", inputs.numbers)
def after_a_sieve(items: list[int]) -> int:
    composite = bytearray(2000)
    for i in range(2, 45):
        if not composite[i]:
            for multiple in range(i * i, 2000, i):
                composite[multiple] = 1
    primes = [i for i in range(2, 2000) if not composite[i]]
    return sum(primes[bisect.bisect_left(primes, item % 1900)] for item in items)


@labelled("n log n", inputs.numbers)
def after_a_table_sorted(items: list[int]) -> list[int]:
    weights = {i: -i for i in range(2000)}
    heap: list[int] = []
    for item in items:
        heapq.heappush(heap, weights[item % 2000])
    return [heapq.heappop(heap) for _ in items]


@labelled("n", inputs.numbers)
def dear_only_at_first(items: list[int]) -> int:
    first = items[:60]
    steps = 0
    for i in range(len(first)):
        for j in range(i):
            steps += first[i] > first[j]
    for item in items:
        steps += item % 2
    return steps


@labelled("n", inputs.numbers)
def dearer_once_it_is_warm(items: list[int]) -> int:
    recent: deque[int] = deque()
    total = 0
    for item in items:
        recent.append(item)
        if len(recent) > 90:
            total += recent.popleft() + max(recent[0], recent[-1], recent[1]) + min(recent[0], recent[-1], recent[1])
    return total


@labelled("n", inputs.numbers)
def last_hundred(items: list[int]) -> int:
    window: deque[int] = deque(maxlen=100)
    total = 0
    for item in items:
        window.append(item)
        total += window[0]
    return total


@labelled("n", inputs.operations)
def least_often_used(steps: list[tuple[str, int]]) -> int:
    often: dict[int, int] = {}
    buckets: defaultdict[int, OrderedDict[int, None]] = defaultdict(OrderedDict)
    least = 1
    for _, key in steps:
        count = often.pop(key, 0)
        if count:
            del buckets[count][key]
            if not buckets[count] and least == count:
                least += 1
        elif len(often) >= 80:
            oldest, _none = buckets[least].popitem(last=False)
            del often[oldest]
        if not count:
            least = 1
        often[key] = count + 1
        buckets[count + 1][key] = None
    return len(often)
