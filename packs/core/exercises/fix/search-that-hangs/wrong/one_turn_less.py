def first_at_least(prices, wanted):
    low, high = 0, len(prices)
    while high - low > 1:
        middle = (low + high) // 2
        if prices[middle] >= wanted:
            high = middle
        else:
            low = middle
    return high
