def generate(n, random):
    """n steps, at most one of the upper ones blocked."""
    return n, random.sample(range(n // 2 + 1, n), 1) if n > 8 else []
