def days_until_higher(prices):
    return [int(today < tomorrow) for today, tomorrow in zip(prices, prices[1:])] + [0] * bool(prices)
