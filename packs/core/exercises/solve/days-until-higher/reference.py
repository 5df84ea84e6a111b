def days_until_higher(prices: list[int]) -> list[int]:
    """A stack of the days still waiting: their prices never rise from bottom to top."""
    waits = [0] * len(prices)
    waiting: list[int] = []
    for today, price in enumerate(prices):
        while waiting and prices[waiting[-1]] < price:
            day = waiting.pop()
            waits[day] = today - day
        waiting.append(today)
    return waits
