def generate(n, random):
    """Up to n sales, names with signs among them, some of the same price."""
    names = ["tea", "cup", "a & b", "<b>", "x", "X", " x ", "", "{}"]
    return [(random.choice(names), random.randrange(0, 40)) for _ in range(n)], random.choice(["text", "html", "text", "html", "csv", "HTML", " text", ""])
