def generate(n, random):
    """A log of n lines and a moment near its end, where whoever reads from the top arrives last."""
    times, now = [], 0
    for _ in range(n):
        now += random.randrange(3)
        times.append(now)
    return times, times[-1 - random.randrange(3)]
