from collections import deque


def fewest_flights(flights: list[tuple[str, str]], start: str, goal: str) -> int | None:
    """Breadth first: whoever is reached first is reached with the fewest flights."""
    leads: dict[str, list[str]] = {}
    for here, there in flights:
        leads.setdefault(here, []).append(there)
    distance = {start: 0}
    queue = deque([start])
    while queue:
        here = queue.popleft()
        if here == goal:
            return distance[here]
        for there in leads.get(here, ()):
            if there not in distance:
                distance[there] = distance[here] + 1
                queue.append(there)
    return None
