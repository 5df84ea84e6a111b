def generate(n, random):
    """Two lists of n names, half of them shared, drawn anew each time."""
    names = [random.randrange(10 * n + 10) for _ in range(2 * n)]
    return names[:n], names[n // 2 : n // 2 + n]
