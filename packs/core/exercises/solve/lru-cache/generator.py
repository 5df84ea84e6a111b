def generate(n, random):
    """A full cache of n entries, then reads of recent and random keys, and new keys that push old ones out.

    Recent keys stand at the far end of a list, which makes searching it dear; evictions empty the front, which makes `pop(0)` dear.
    """
    operations = [("put", key) for key in range(n)]
    for step in range(n):
        operations.append(("get", n + step - 1))
        operations.append(("put", n + step))
        operations.append(("get", random.randrange(step + 1, n + step + 1)))
    return n, operations
