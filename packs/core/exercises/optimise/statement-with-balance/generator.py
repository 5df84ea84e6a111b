def generate(n, random):
    """n bookings on one account, with the texts that banks write."""
    texts = ["Card payment  0412 bar", "direct debit energy\t", "salary  march ", "transfer"]
    return 1000, [(number, random.choice(texts), random.randrange(-900, 1000)) for number in range(n)]
