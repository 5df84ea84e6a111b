def days_until_higher(prices):
    waits = [0] * len(prices)
    waiting = []
    for today, price in enumerate(prices):
        while waiting and waiting[-1] < price:
            day = prices.index(waiting.pop())
            waits[day] = today - day
        waiting.append(price)
    return waits
