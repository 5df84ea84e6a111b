def generate(n, random):
    """Few coins and an amount of n: the amount is what grows."""
    return [1, 7, 10, 25 + random.randrange(5)], n
