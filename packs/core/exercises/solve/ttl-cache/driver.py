def drive(life, keys):
    """One operation a second: store, read; count the hits and what is alive at the end."""
    now = 0.0
    cache = TTLCache(life, lambda: now)
    hits = 0
    for key in keys:
        now += 1.0
        hits += cache.get(key) is not None
        cache.put(key, key + 1)
    return hits, len(cache)
