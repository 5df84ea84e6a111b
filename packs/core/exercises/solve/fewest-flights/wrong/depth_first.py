def fewest_flights(flights, start, goal):
    leads = {}
    for here, there in flights:
        leads.setdefault(here, []).append(there)
    distance = {start: 0}
    stack = [start]
    while stack:
        here = stack.pop()
        if here == goal:
            return distance[here]
        for there in leads.get(here, ()):
            if there not in distance:
                distance[there] = distance[here] + 1
                stack.append(there)
    return None
