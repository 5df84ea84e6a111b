def generate(n, random):
    """A stream of n words over a fixed vocabulary of a hundred, drawn anew each time so that keeping them costs memory."""
    return n, 100, 10, random.randrange(1, 1000)
