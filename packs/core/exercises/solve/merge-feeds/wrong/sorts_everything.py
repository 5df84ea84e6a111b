def merge_feeds(feeds):
    pairs = [pair for feed in feeds for pair in feed]
    pairs.sort(key=lambda pair: pair[0])
    yield from pairs
