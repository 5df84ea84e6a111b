def fewest_flights(flights, start, goal):
    leads = {}
    for here, there in flights:
        leads.setdefault(here, set()).add(there)
    seen, level, count = {start}, {start}, 0
    while level:
        if goal in level:
            return count
        level = set().union(*(leads.get(here, set()) for here in level)) - seen
        seen |= level
        count += 1
    return None
