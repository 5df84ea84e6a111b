def generate(n, random):
    """n values, some of them negative, and a window of a quarter of them."""
    return [random.randrange(-200, 5000) for _ in range(n)], max(1, n // 4)
