def generate(n, random):
    """Anybody, often close to a limit, and any sum."""
    person = {
        "age": random.choice([-1, 17, 18, 19, 40]),
        "income": random.choice([-100, 0, 100, 1000, 6000, n]),
        "debts": random.choice([-1, 0, 4999, 5000]),
        "employed": random.random() < 0.7,
    }
    return person, random.choice([-1, 0, 500, 501, 1000, 10000, 50000, 50001])
