def first_at_or_after(times, moment):
    if not times or times[-1] < moment:
        return len(times)
    low, high = 0, len(times) - 1
    while low < high:
        middle = (low + high) // 2
        if times[middle] < moment:
            low = middle + 1
        else:
            high = middle - 1
    return low
