from collections import deque


def window_peaks(loads: list[int], k: int) -> list[int]:
    """Keep the positions that can still be a peak: their values fall from left to right."""
    if k < 1:
        raise ValueError(f"k must be at least 1, not {k}")
    candidates: deque[int] = deque()
    peaks = []
    for position, load in enumerate(loads):
        while candidates and loads[candidates[-1]] <= load:
            candidates.pop()
        candidates.append(position)
        if candidates[0] == position - k:
            candidates.popleft()
        if position >= k - 1:
            peaks.append(loads[candidates[0]])
    return peaks
