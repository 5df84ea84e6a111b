def generate(n, random):
    """n feeds of four events each, at random times: the number of feeds is what grows."""
    feeds = []
    for _ in range(n):
        times = sorted(random.randrange(1_000_000) for _ in range(4))
        feeds.append([(time, "event") for time in times])
    return (feeds,)
