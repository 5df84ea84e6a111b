def generate(n, random):
    """n lines of twenty customers, a few of them broken."""
    names = [f"customer-{number:02}" for number in range(20)]
    lines = [f"{random.choice(names)};{random.randrange(1, 90000)}\n" for _ in range(n)]
    for at in range(0, n, 97):
        lines[at] = random.choice(["broken\n", "a;b\n", "\n"])
    return lines, 3
