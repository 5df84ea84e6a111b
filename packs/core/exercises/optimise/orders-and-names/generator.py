def generate(n, random):
    """n orders of n customers, most of them far down in the list, a few twins and strangers."""
    customers = [(number, f"name {number}") for number in range(n)] + [(number, "twin") for number in range(0, n, 50)]
    return [(number, random.randrange(n // 2, n + 3)) for number in range(n)], customers
