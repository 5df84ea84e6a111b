def generate(n, random):
    """n listeners who all leave again, the latest first: a list has to be searched to its end each time."""
    return (n,)
