def generate(n, random):
    """A tree of up to n nodes, and one of the questions."""
    return grown(min(n, 14) + 1, random), random.choice(["total", "largest", "largest", "names", "names", "age", "Total", " names", ""])


def grown(nodes, random):
    name = random.choice(["a", "b", "c", "A", " b", ""])
    if nodes == 1:
        return name, random.randrange(6), []
    rest, children = nodes - 1, []
    while rest:
        part = random.randrange(1, rest + 1)
        children.append(grown(part, random))
        rest -= part
    return name, random.randrange(6), children
