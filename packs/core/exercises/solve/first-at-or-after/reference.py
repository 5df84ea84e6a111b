def first_at_or_after(times: list[int], moment: int) -> int:
    """Everything left of `low` is earlier than `moment`; nothing from `high` on is."""
    low, high = 0, len(times)
    while low < high:
        middle = (low + high) // 2
        if times[middle] < moment:
            low = middle + 1
        else:
            high = middle
    return low
