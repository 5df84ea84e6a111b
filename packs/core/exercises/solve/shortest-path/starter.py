def shortest_path(graph: dict[str, dict[str, float]], source: str, target: str) -> tuple[float, list[str]]:
    """Return the lowest cost from source to target and the nodes passed through, both ends included.

    Raise ValueError if there is no route or a node is unknown.
    """
    raise NotImplementedError
