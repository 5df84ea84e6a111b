def days_until_higher(prices):
    waits = [0] * len(prices)
    waiting = []
    for today, price in enumerate(prices):
        while waiting and prices[waiting[-1]] <= price:
            day = waiting.pop()
            waits[day] = today - day
        waiting.append(today)
    return waits
