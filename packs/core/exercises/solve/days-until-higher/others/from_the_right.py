def days_until_higher(prices):
    waits = [0] * len(prices)
    for day in range(len(prices) - 2, -1, -1):
        later = day + 1
        while prices[later] <= prices[day] and waits[later]:
            later += waits[later]
        if prices[later] > prices[day]:
            waits[day] = later - day
    return waits
