import heapq


def merge_feeds(feeds):
    return heapq.merge(*feeds, key=lambda pair: pair[0])
