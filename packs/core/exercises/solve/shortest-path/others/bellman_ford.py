from collections import deque


def shortest_path(graph: dict[str, dict[str, float]], source: str, target: str) -> tuple[float, list[str]]:
    if source not in graph and not any(source in links for links in graph.values()):
        raise ValueError(f"unknown node: {source}")
    best: dict[str, float] = {source: 0.0}
    before: dict[str, str] = {}
    waiting = deque([source])
    queued = {source}
    while waiting:
        node = waiting.popleft()
        queued.discard(node)
        for neighbour, weight in graph.get(node, {}).items():
            cost = best[node] + weight
            if neighbour not in best or cost < best[neighbour]:
                best[neighbour] = cost
                before[neighbour] = node
                if neighbour not in queued:
                    queued.add(neighbour)
                    waiting.append(neighbour)
    if target not in best:
        raise ValueError(f"no route from {source} to {target}")
    path = [target]
    while path[-1] != source:
        path.append(before[path[-1]])
    return best[target], path[::-1]
