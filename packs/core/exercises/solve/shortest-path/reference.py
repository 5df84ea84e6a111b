from heapq import heappop, heappush


def shortest_path(graph: dict[str, dict[str, float]], source: str, target: str) -> tuple[float, list[str]]:
    """Dijkstra with a heap: a node is settled the first time it comes out."""
    if source not in graph and not any(source in links for links in graph.values()):
        raise ValueError(f"unknown node: {source}")
    best = {source: 0.0}
    reached_from: dict[str, str] = {}
    settled = set()
    waiting = [(0.0, source)]
    while waiting:
        cost, node = heappop(waiting)
        if node in settled:
            continue
        if node == target:
            return cost, _walk_back(reached_from, source, target)
        settled.add(node)
        for neighbour, weight in graph.get(node, {}).items():
            candidate = cost + weight
            if neighbour not in best or candidate < best[neighbour]:
                best[neighbour] = candidate
                reached_from[neighbour] = node
                heappush(waiting, (candidate, neighbour))
    raise ValueError(f"no route from {source} to {target}")


def _walk_back(reached_from: dict[str, str], source: str, target: str) -> list[str]:
    path = [target]
    while path[-1] != source:
        path.append(reached_from[path[-1]])
    return path[::-1]
