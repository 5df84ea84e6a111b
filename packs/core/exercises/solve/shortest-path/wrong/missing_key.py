import heapq


def shortest_path(graph, source, target):
    best = {source: 0.0}
    parents = {}
    heap = [(0.0, source)]
    done = set()
    while heap:
        cost, node = heapq.heappop(heap)
        if node in done:
            continue
        done.add(node)
        for neighbour, weight in graph[node].items():
            if cost + weight < best.get(neighbour, float("inf")):
                best[neighbour] = cost + weight
                parents[neighbour] = node
                heapq.heappush(heap, (cost + weight, neighbour))
    if target not in best:
        raise ValueError("no route")
    path = [target]
    while path[-1] != source:
        path.append(parents[path[-1]])
    return best[target], path[::-1]
