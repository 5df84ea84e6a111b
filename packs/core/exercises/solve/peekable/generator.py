def generate(n, random):
    """n elements, each looked at and taken."""
    return (n,)
