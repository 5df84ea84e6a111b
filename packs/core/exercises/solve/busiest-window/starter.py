def window_peaks(loads: list[int], k: int) -> list[int]:
    """Return the maximum of every full window of k consecutive values."""
    raise NotImplementedError
