def generate(n, random):
    kinds = ["food", "book"] * 10 + ["toy"]
    return ([(random.choice(kinds), random.randrange(1, 120), random.randrange(4)) for _ in range(n)],)
