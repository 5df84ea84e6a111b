def shortest_path(graph: dict[str, dict[str, float]], source: str, target: str) -> tuple[float, list[str]]:
    """Dijkstra as it is drawn on a blackboard: looks at every waiting node to find the cheapest."""
    nodes = set(graph) | {neighbour for links in graph.values() for neighbour in links}
    if source not in nodes or target not in nodes:
        raise ValueError("unknown node")
    waiting = {source: 0.0}
    reached_from = {}
    settled = set()
    while waiting:
        node = min(waiting, key=waiting.get)
        cost = waiting.pop(node)
        settled.add(node)
        if node == target:
            path = [target]
            while path[-1] != source:
                path.append(reached_from[path[-1]])
            return cost, path[::-1]
        for neighbour, weight in graph.get(node, {}).items():
            if neighbour not in settled and cost + weight < waiting.get(neighbour, float("inf")):
                waiting[neighbour] = cost + weight
                reached_from[neighbour] = node
    raise ValueError("no route")
