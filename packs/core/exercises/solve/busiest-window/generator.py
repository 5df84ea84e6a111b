def generate(n, random):
    """n values that mostly fall, in windows half as long: whoever looks at every window whole pays n²/4."""
    loads = [2 * (n - minute) + random.randrange(3) for minute in range(n)]
    return loads, n // 2
