def window_peaks(loads: list[int], k: int) -> list[int]:
    """Takes the maximum of every window anew."""
    if k < 1:
        raise ValueError(f"k must be at least 1, not {k}")
    return [max(loads[start : start + k]) for start in range(len(loads) - k + 1)]
