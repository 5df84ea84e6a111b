from collections import deque


def window_peaks(loads, k):
    if k < 1:
        raise ValueError("k must be at least 1")
    candidates = deque()
    peaks = []
    for position, load in enumerate(loads):
        while candidates and candidates[-1] <= load:
            candidates.pop()
        candidates.append(load)
        if position >= k and candidates[0] == loads[position - k]:
            candidates.popleft()
        if position >= k - 1:
            peaks.append(candidates[0] if candidates else load)
    return peaks
