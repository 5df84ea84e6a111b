def generate(n, random):
    """n meetings at random times of a long day."""
    meetings = []
    for _ in range(n):
        start = random.randrange(20 * n)
        meetings.append((start, start + random.randrange(15, 120)))
    return (meetings,)
