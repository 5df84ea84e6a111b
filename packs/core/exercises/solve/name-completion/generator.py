def generate(n, random):
    """n names in no order; nobody's first six letters are rare or common."""
    return (["".join(random.choice("abcdefghij") for _ in range(8)) for _ in range(n)],)
