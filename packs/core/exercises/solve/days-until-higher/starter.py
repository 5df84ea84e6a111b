def days_until_higher(prices: list[int]) -> list[int]:
    """Return, for every day, how many days pass until the price is higher; 0 if it never is."""
    raise NotImplementedError
