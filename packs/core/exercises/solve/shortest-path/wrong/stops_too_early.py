import heapq


def shortest_path(graph, source, target):
    known = set(graph) | {n for links in graph.values() for n in links}
    if source not in known:
        raise ValueError("unknown node")
    if source == target:
        return 0.0, [source]
    heap = [(0.0, source, [source])]
    seen = set()
    while heap:
        cost, node, path = heapq.heappop(heap)
        if node in seen:
            continue
        seen.add(node)
        for neighbour, weight in graph.get(node, {}).items():
            if neighbour == target:
                return cost + weight, path + [neighbour]
            heapq.heappush(heap, (cost + weight, neighbour, path + [neighbour]))
    raise ValueError("no route")
