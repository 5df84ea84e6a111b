import heapq


def merge_feeds(feeds):
    heads = []
    for feed in feeds:
        source = iter(feed)
        for pair in source:
            heads.append((pair, id(source), source))
            break
    heapq.heapify(heads)
    while heads:
        pair, key, source = heads[0]
        yield pair
        for following in source:
            heapq.heapreplace(heads, (following, key, source))
            break
        else:
            heapq.heappop(heads)
