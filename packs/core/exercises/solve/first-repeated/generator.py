def generate(n, random):
    """A day without doubles until the last line: everything has to be read, and whoever searches a list searches it whole."""
    ids = random.sample(range(10 * n), n - 1)
    return ([*ids, ids[-1]],)
