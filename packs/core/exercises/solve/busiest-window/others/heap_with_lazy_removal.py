from heapq import heappop, heappush


def window_peaks(loads, k):
    if k < 1:
        raise ValueError(f"k must be at least 1, not {k}")
    heap, peaks = [], []
    for position, load in enumerate(loads):
        heappush(heap, (-load, position))
        if position >= k - 1:
            while heap[0][1] <= position - k:
                heappop(heap)
            peaks.append(-heap[0][0])
    return peaks
