def shortest_path(graph, source, target):
    known = set(graph) | {n for links in graph.values() for n in links}
    if source not in known or target not in known:
        raise ValueError("unknown node")
    cost, node, path = 0.0, source, [source]
    while node != target:
        links = {n: w for n, w in graph.get(node, {}).items() if n not in path}
        if not links:
            raise ValueError("no route")
        node = min(links, key=links.get)
        cost += links[node]
        path.append(node)
    return cost, path
