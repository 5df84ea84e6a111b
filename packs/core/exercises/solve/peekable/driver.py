def drive(count):
    """Look at each element before taking it; count those that are even."""
    tokens = Peekable(iter(range(count)))
    even = 0
    while tokens:
        if tokens.peek() % 2 == 0:
            even += 1
        next(tokens)
    return even
