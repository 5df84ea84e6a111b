def generate(n, random):
    """n tickets, most of them done in their first turn."""
    return [(number, random.choice([5, 8, 10, 10, 25])) for number in range(n)], 10
