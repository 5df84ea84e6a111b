GOOD = ["port = 8080", "workers=4", " debug = yes", "debug=no", "name = shop", "Name = Shop", "PORT = 1", "debug = Yes", "debug=TRUE", "debug = 1", "port = -1", "path = /tmp?a=b", "# note", "", "   ", "  # indented"]
BAD = ["port = eighty", "workers =", "no setting at all", "port"]


def generate(n, random):
    """Up to n lines; one file in four has a mistake."""
    lines = [random.choice(GOOD) for _ in range(n)]
    if random.random() < 0.25:
        lines.insert(random.randrange(len(lines) + 1), random.choice(BAD))
    return (lines,)
