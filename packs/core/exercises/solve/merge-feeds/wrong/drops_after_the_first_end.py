import heapq


def merge_feeds(feeds):
    heads = []
    for number, feed in enumerate(feeds):
        source = iter(feed)
        pair = next(source, None)
        if pair is None:
            return
        heads.append((pair[0], number, pair[1], source))
    heapq.heapify(heads)
    while heads:
        time, number, event, source = heads[0]
        yield time, event
        pair = next(source, None)
        if pair is None:
            return
        heapq.heapreplace(heads, (pair[0], number, pair[1], source))
