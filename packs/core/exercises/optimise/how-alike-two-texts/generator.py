def generate(n, random):
    """n words and another version of it."""
    words = ["contract", "party", "shall", "the", "notice", "term", "of", "pay"]
    old = [random.choice(words) for _ in range(n)]
    new = [word if random.random() < 0.8 else random.choice(words) for word in old]
    return old, new
