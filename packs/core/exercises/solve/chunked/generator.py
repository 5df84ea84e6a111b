def generate(n, random):
    """n items in chunks of four: many chunks, so that a cost that grows from chunk to chunk shows."""
    return n, 4
