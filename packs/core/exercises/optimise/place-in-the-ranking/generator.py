def generate(n, random):
    """n scores, many of them equal."""
    return ([random.randrange(n // 2 + 1) for _ in range(n)],)
