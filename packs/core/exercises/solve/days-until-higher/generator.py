def generate(n, random):
    """Prices that fall all the time: nobody is ever answered, and whoever looks forward looks to the end."""
    return ([3 * (n - day) + random.randrange(3) for day in range(n)],)
