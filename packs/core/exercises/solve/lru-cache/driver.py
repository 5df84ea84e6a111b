def drive(capacity, operations):
    """Use a cache as `operations` say; return how often it hit and how full it is."""
    cache = LRUCache(capacity)
    hits = 0
    for operation, key in operations:
        if operation == "put":
            cache.put(key, key + 1)
        elif cache.get(key) == key + 1:
            hits += 1
    return hits, len(cache)
