def first_at_least(prices, wanted):
    low, high = 0, len(prices)
    while low < high:
        middle = (low + high) // 2
        if prices[middle] >= wanted:
            high = middle - 1
        else:
            low = middle + 1
    return low
