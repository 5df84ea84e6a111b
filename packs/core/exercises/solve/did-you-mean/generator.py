def generate(n, random):
    """Two texts of n letters that have little in common."""
    letters = "abcdefgh"
    return "".join(random.choice(letters) for _ in range(n)), "".join(random.choice(letters) for _ in range(n))
