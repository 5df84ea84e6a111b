def generate(n, random):
    """n addresses each month; nine in ten stay, some of them written in capitals."""
    before = [f"user{number}@mail{random.randrange(5)}.example" for number in random.sample(range(10 * n + 10), n)]
    now = [address.upper() if random.random() < 0.1 else address for address in before if random.random() < 0.9]
    now += [f"new{number}@mail.example" for number in range(n - len(now))]
    random.shuffle(now)
    return before, now
