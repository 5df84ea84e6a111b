def generate(n, random):
    """Mostly one shop, at times two; up to n orders and refunds."""
    modes = [random.choice(["live", "demo", "test"])]
    if random.random() < 0.25:
        modes.append(random.choice(["live", "demo", "test", "beta", "LIVE", " demo"]))
    events = [
        (random.randrange(2), random.choice(["order", "order", "refund"]), random.choice(["ada", "bob", "Ada", ""]), random.choice([-1, 0, 1, 250, 999]))
        for _ in range(min(n, 8))
    ]
    return modes, events
