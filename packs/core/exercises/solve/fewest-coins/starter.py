def fewest_coins(coins: list[int], amount: int) -> int | None:
    """Return the smallest number of coins that make up amount, None if none do."""
    count = 0
    for coin in sorted(coins, reverse=True):
        count += amount // coin
        amount %= coin
    return count if amount == 0 else None
