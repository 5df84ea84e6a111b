def generate(n, random):
    """Any country, also one that is not served; weights close to the steps, or anywhere."""
    country = random.choice(["it", "de", "ch", "it", "de", "ch", "fr"])
    near = random.choice([1000, 5000]) + random.randrange(-2, 3)
    return country, random.choice([near, random.randrange(8000), n]), random.random() < 0.5
