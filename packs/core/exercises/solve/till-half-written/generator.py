def generate(n, random):
    """A stock of n articles and one order of as many lines, some articles twice."""
    stock = [(number, 1000) for number in range(n)]
    order = [(random.randrange(n), random.randrange(1, 3)) for _ in range(n)]
    return stock, order
