def generate(n, random):
    return ([random.randrange(1000) for _ in range(n)],)
