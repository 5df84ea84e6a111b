def window_peaks(loads, k):
    if k < 1:
        raise ValueError(f"k must be at least 1, not {k}")
    n = len(loads)
    if n < k:
        return []
    left, right = list(loads), list(loads)
    for i in range(1, n):
        if i % k:
            left[i] = max(left[i], left[i - 1])
    for i in range(n - 2, -1, -1):
        if (i + 1) % k:
            right[i] = max(right[i], right[i + 1])
    return [max(right[i], left[i + k - 1]) for i in range(n - k + 1)]
