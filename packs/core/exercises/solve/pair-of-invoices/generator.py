def generate(n, random):
    """Even amounts and an odd payment: there is no pair, so nobody may stop early."""
    amounts = sorted(2 * random.randrange(10 * n) for _ in range(n))
    return amounts, 2 * (5 * n) + 1 + 10 * n
