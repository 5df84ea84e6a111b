"""Dictionaries, sets, graphs, caches."""

# ruff: noqa: C4, PERF, RET, SIM, C90 - slow code is what these are for

import heapq
from collections import OrderedDict, deque

from sparring.judge.growth.tests.labelled import inputs
from sparring.judge.growth.tests.labelled.registry import labelled


@labelled("n", inputs.distinct)
def duplicate_by_set(items: list[int]) -> bool:
    seen = set()
    for item in items:
        if item in seen:
            return True
        seen.add(item)
    return False


@labelled("n", inputs.numbers)
def distinct_in_c(items: list[int]) -> int:
    return len(set(items))


@labelled("n", inputs.two_lists)
def common_by_set(left: list[int], right: list[int]) -> set[int]:
    return set(left) & set(right)


@labelled("n", inputs.distinct)
def two_that_sum(items: list[int]) -> tuple[int, int] | None:
    seen: dict[int, int] = {}
    for i, item in enumerate(items):
        if -item in seen:
            return seen[-item], i
        seen[item] = i
    return None


@labelled("n^2", inputs.distinct)
def set_made_anew(items: list[int]) -> int:
    return sum(item + 1 in set(items) for item in items)


@labelled("n^2", inputs.distinct)
def keys_listed_anew(items: list[int]) -> int:
    table = dict.fromkeys(items)
    return sum(item + 1 in list(table) for item in items)


@labelled("n", inputs.operations)
def lru_ordered(steps: list[tuple[str, int]]) -> int:
    cache: OrderedDict[int, int] = OrderedDict()
    hits = 0
    for name, key in steps:
        if name == "put":
            cache[key] = key
            cache.move_to_end(key)
            if len(cache) > 32:
                cache.popitem(last=False)
        elif key in cache:
            cache.move_to_end(key)
            hits += 1
    return hits


@labelled("n^2", inputs.operations)
def lru_with_a_list(steps: list[tuple[str, int]]) -> int:
    order: list[int] = []
    hits = 0
    for name, key in steps:
        if key in order:
            order.remove(key)
            hits += name == "get"
        order.append(key)
    return hits


@labelled("n^2", inputs.in_order)
def unions_of_sets(items: list[int]) -> int:
    seen: frozenset[int] = frozenset()
    for item in items:
        seen = seen | {item}
    return len(seen)


@labelled("n^2", inputs.in_order)
def dicts_merged_anew(items: list[int]) -> int:
    table: dict[int, int] = {}
    for item in items:
        table = {**table, item: item}
    return len(table)


@labelled("n", inputs.sparse_graph)
def breadth_first(graph: dict[int, list[int]], start: int) -> dict[int, int]:
    found, waiting = {start: 0}, deque([start])
    while waiting:
        node = waiting.popleft()
        for other in graph[node]:
            if other not in found:
                found[other] = found[node] + 1
                waiting.append(other)
    return found


@labelled("n^2", inputs.sparse_graph)
def breadth_first_seen_in_a_list(graph: dict[int, list[int]], start: int) -> list[int]:
    seen, waiting = [start], deque([start])
    while waiting:
        for other in graph[waiting.popleft()]:
            if other not in seen:
                seen.append(other)
                waiting.append(other)
    return seen


@labelled("n^2", inputs.dense_graph)
def depth_first_when_dense(graph: dict[int, list[int]], start: int) -> int:
    seen, stack = {start}, [start]
    while stack:
        for other in graph[stack.pop()]:
            if other not in seen:
                seen.add(other)
                stack.append(other)
    return len(seen)


@labelled("n log n", inputs.weighted_graph)
def dijkstra(graph: dict[int, dict[int, int]], start: int) -> dict[int, int]:
    final: dict[int, int] = {}
    heap = [(0, start)]
    while heap:
        cost, node = heapq.heappop(heap)
        if node in final:
            continue
        final[node] = cost
        for other, weight in graph[node].items():
            if other not in final:
                heapq.heappush(heap, (cost + weight, other))
    return final


@labelled("n^2", inputs.weighted_graph)
def dijkstra_by_scan(graph: dict[int, dict[int, int]], start: int) -> dict[int, int]:
    final: dict[int, int] = {}
    open_costs = {node: 10**9 for node in graph}
    open_costs[start] = 0
    while open_costs:
        node = min(open_costs, key=open_costs.__getitem__)
        final[node] = open_costs.pop(node)
        for other, weight in graph[node].items():
            if other in open_costs:
                open_costs[other] = min(open_costs[other], final[node] + weight)
    return final


@labelled("n^3", inputs.distances)
def floyd_warshall(table: list[list[int]]) -> list[list[int]]:
    n = len(table)
    for k in range(n):
        for i in range(n):
            for j in range(n):
                if table[i][k] + table[k][j] < table[i][j]:
                    table[i][j] = table[i][k] + table[k][j]
    return table


@labelled("n", inputs.linked_pairs)
def union_find(count: int, pairs: list[tuple[int, int]]) -> int:
    parent = list(range(count))

    def find(node: int) -> int:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for a, b in pairs:
        parent[find(a)] = find(b)
    return sum(parent[i] == i for i in range(count))


@labelled("n", inputs.numbers)
def inverted(items: list[int]) -> dict[int, int]:
    return {item: i for i, item in enumerate(items)}
