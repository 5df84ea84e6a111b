import heapq


def merge_feeds(feeds):
    """A heap with the next pair of every feed; the feed's number decides between equal times."""
    heads = []
    for number, feed in enumerate(feeds):
        source = iter(feed)
        for time, event in source:
            heads.append((time, number, event, source))
            break
    heapq.heapify(heads)
    while heads:
        time, number, event, source = heads[0]
        yield time, event
        for later, following in source:
            heapq.heapreplace(heads, (later, number, following, source))
            break
        else:
            heapq.heappop(heads)
