def generate(n, random):
    """n patients of five urgencies, most of them waiting before anybody is called."""
    events = [("in", random.randrange(1, 6), f"patient-{number}") for number in range(n)]
    for _ in range(n // 10):
        events.insert(random.randrange(len(events) + 1), ("next",))
    return (events + [("next",)] * n,)
