def generate(n, random):
    """A long flat formula of n numbers, with a bracket here and there."""
    parts = [str(random.randrange(1, 10))]
    for _ in range(n - 1):
        number = str(random.randrange(1, 10))
        parts.append(random.choice("+-*") if random.random() < 0.9 else "+")
        parts.append(f"({number}-1)" if random.random() < 0.1 else number)
    return ("".join(parts),)
