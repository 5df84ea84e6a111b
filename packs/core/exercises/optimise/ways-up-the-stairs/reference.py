def ways(n, blocked):
    """In how many ways one climbs n steps, one, two or three at a time, without touching a blocked one."""
    closed = set(blocked)
    if n < 0 or 0 in closed:
        return 0
    below3, below2, below1 = 0, 0, 1
    for step in range(1, n + 1):
        here = 0 if step in closed else below1 + below2 + below3
        below3, below2, below1 = below2, below1, here
    return below1
