def ways(n, blocked):
    """In how many ways one climbs n steps, one, two or three at a time, without touching a blocked one."""
    if n < 0 or n in blocked:
        return 0
    if n == 0:
        return 1
    return ways(n - 1, blocked) + ways(n - 2, blocked) + ways(n - 3, blocked)
