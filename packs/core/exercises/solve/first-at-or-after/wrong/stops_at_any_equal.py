def first_at_or_after(times, moment):
    low, high = 0, len(times)
    while low < high:
        middle = (low + high) // 2
        if times[middle] == moment:
            return middle
        if times[middle] < moment:
            low = middle + 1
        else:
            high = middle
    return low
