def window_peaks(loads, k):
    if k < 1:
        raise ValueError("k must be at least 1")
    return [max(loads[max(0, end - k + 1) : end + 1]) for end in range(len(loads))]
