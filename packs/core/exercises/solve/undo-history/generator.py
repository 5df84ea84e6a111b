def generate(n, random):
    """n commands, all undone and redone."""
    return (n,)
