def generate(n, random):
    """n words, most of them rare."""
    words = [f"word{random.randrange(n)}" if random.random() < 0.7 else random.choice(["The", "the", "press", "button"]) for _ in range(n)]
    return " ".join(words), 2
