def first_at_least(prices, wanted):
    """The index of the first of the sorted prices that is at least `wanted`; their number if there is none."""
    low, high = 0, len(prices)
    while low < high:
        middle = (low + high) // 2
        if prices[middle] >= wanted:
            high = middle
        else:
            low = middle
    return low
