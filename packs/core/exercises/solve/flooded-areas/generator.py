def generate(n, random):
    """A map of side n, flooded but for a few squares: one large area that winds everywhere."""
    return (["".join("." if random.random() < 0.1 else "#" for _ in range(n)) for _ in range(n)],)
