def days_until_higher(prices: list[int]) -> list[int]:
    """Looks forward from every day."""
    waits = []
    for day, price in enumerate(prices):
        for later in range(day + 1, len(prices)):
            if prices[later] > price:
                waits.append(later - day)
                break
        else:
            waits.append(0)
    return waits
