def generate(n, random):
    """Up to n things that happen to an order, possible or not."""
    events = [(random.choice(["pay", "ship", "cancel"]), random.choice([-100, 0, 99, 100, random.randrange(5000)])) for _ in range(min(n, 6))]
    return events, random.random() < 0.5
