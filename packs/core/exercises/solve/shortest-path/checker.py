import math


def check(expected, got, graph, source, target):
    """Any route of the lowest cost will do, as long as it is really there and costs what it says."""
    if type(got) is not tuple or len(got) != 2:
        return "the result is a pair: the cost and the path", "il risultato è una coppia: il costo e il percorso"
    cost, path = got
    if type(cost) not in (int, float):
        return "the cost is a number", "il costo è un numero"
    if type(cost) is int and cost.bit_length() > 1000:  # beyond every float: no comparison below takes it
        return "the cost is larger than any route's", "il costo è più grande di quello di ogni percorso"
    if type(path) is not list or not all(type(node) is str for node in path):
        return "the path is a list of node names", "il percorso è una lista di nomi di nodi"
    if not path or path[0] != source or path[-1] != target:
        return f"the path starts at {source} and ends at {target}", f"il percorso parte da {source} e finisce in {target}"
    total = 0.0
    for here, there in zip(path, path[1:]):
        if there not in graph.get(here, {}):
            return f"there is no link from {here} to {there}", f"da {here} a {there} non c'è un collegamento"
        total += graph[here][there]
    if not math.isclose(cost, total, rel_tol=1e-9, abs_tol=1e-12):
        return f"the path costs {total}, not {cost}", f"il percorso costa {total}, non {cost}"
    if not math.isclose(cost, expected[0], rel_tol=1e-9, abs_tol=1e-12):
        return f"there is a route that costs {expected[0]}", f"c'è un percorso che costa {expected[0]}"
    return None
