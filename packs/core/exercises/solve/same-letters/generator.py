def generate(n, random):
    """n customers, nearly all different, some twice with their words turned round."""
    names = []
    for number in range(n):
        first, last = f"Name{random.randrange(10**6)}", f"Surname{number}"
        names.append(f"{first} {last}")
        if random.random() < 0.05:
            names.append(f"{last.upper()}  {first.lower()}")
    random.shuffle(names)
    return (names,)
