def first_at_or_after(times, moment):
    low, high = 0, len(times)
    while low < high:
        middle = (low + high) // 2
        if times[middle] < moment:
            low = middle + 1
        else:
            high = middle
    if times[low] >= moment:
        return low
    return len(times)
