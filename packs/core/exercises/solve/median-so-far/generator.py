def generate(n, random):
    """n values, rising on the whole: whoever searches from the front goes to the end each time."""
    return ([4 * number + random.randrange(40) for number in range(n)],)
