SERVED = ["it", "de", "ch"]
NEARLY = ["fr", "IT", "De", " it", "ch ", "it\n", "i", "ita", ""]


def generate(n, random):
    """Any country, a third of them not served or written otherwise; weights close to the steps, or anywhere."""
    country = random.choice(NEARLY if random.random() < 0.35 else SERVED)
    near = random.choice([1000, 5000]) + random.randrange(-2, 3)
    return country, random.choice([near, random.randrange(8000), n, 0, -1]), random.random() < 0.5
