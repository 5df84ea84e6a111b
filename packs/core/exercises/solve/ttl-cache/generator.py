def generate(n, random):
    """n seconds with a life of n/2: half of what was stored is alive, and whoever looks through it all pays for it."""
    return n / 2 + 0.5, [random.randrange(4 * n) for _ in range(n)]
