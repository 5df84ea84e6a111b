def ways(n, blocked):
    """In how many ways one climbs n steps, one, two or three at a time, without touching a blocked one."""
    if n < 0:
        return 0
    ways_to = [1]
    for step in range(1, n + 1):
        ways_to.append(0 if step in blocked else sum(ways_to[-3:]))
    return ways_to[n]
