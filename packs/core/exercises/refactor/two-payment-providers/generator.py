def generate(n, random):
    """Up to n answers of the two providers, paid, refused and strange."""
    return ([swift(random) if random.random() < 0.5 else bank(random) for _ in range(random.randrange(min(n, 8) + 1))],)


def swift(random):
    return {
        "from": "swift-pay",
        "payment_id": f"sp-{random.randrange(99)}",
        "status": random.choice(["OK", "OK", "REFUSED", "PENDING", "ok", " OK"]),
        "currency": random.choice(["EUR", "CHF", "eur"]),
        "amount_cents": random.randrange(9000),
    }


def bank(random):
    amount = random.choice(["12,5", "12,50", "7", "0,05", "1999,99", "3,123"])
    return {"from": "old-bank", "ref": random.choice(["A1 ", " B22", "C"]), "betrag": amount, "code": random.choice([0, 0, 51, 96])}
