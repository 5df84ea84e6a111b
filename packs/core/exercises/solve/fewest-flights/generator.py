def generate(n, random):
    """A long chain of n airports with short cuts of two, listed in no order."""
    flights = [(f"A{number}", f"A{number + 1}") for number in range(n)]
    flights += [(f"A{number}", f"A{number + 2}") for number in range(0, n - 2, 7)]
    random.shuffle(flights)
    return flights, "A0", f"A{n}"
