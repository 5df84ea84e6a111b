def merge_feeds(feeds):
    """Looks at the head of every feed for every event."""
    sources = [iter(feed) for feed in feeds]
    heads = [next(source, None) for source in sources]
    while any(head is not None for head in heads):
        best = None
        for number, head in enumerate(heads):
            if head is not None and (best is None or head[0] < heads[best][0]):
                best = number
        yield heads[best]
        heads[best] = next(sources[best], None)
