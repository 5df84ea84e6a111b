from collections import deque


def fewest_flights(flights, start, goal):
    leads = {}
    for here, there in flights:
        leads.setdefault(here, []).append(there)
    distance = {start: 0}
    queue = deque([start])
    while queue:
        here = queue.popleft()
        for there in leads.get(here, ()):
            if there not in distance:
                distance[there] = distance[here] + 1
                queue.append(there)
    return distance.get(goal, -1)
