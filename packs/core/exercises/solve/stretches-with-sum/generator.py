def generate(n, random):
    """Sales and refunds that keep the total near zero."""
    return [random.randrange(-20, 21) for _ in range(n)], 7
