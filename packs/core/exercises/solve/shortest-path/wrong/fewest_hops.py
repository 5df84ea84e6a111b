from collections import deque


def shortest_path(graph, source, target):
    known = set(graph) | {n for links in graph.values() for n in links}
    if source not in known:
        raise ValueError("unknown node")
    queue = deque([(source, 0.0, [source])])
    seen = {source}
    while queue:
        node, cost, path = queue.popleft()
        if node == target:
            return cost, path
        for neighbour, weight in graph.get(node, {}).items():
            if neighbour not in seen:
                seen.add(neighbour)
                queue.append((neighbour, cost + weight, path + [neighbour]))
    raise ValueError("no route")
