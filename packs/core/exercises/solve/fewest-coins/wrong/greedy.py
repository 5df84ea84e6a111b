def fewest_coins(coins, amount):
    if amount < 0:
        raise ValueError("negative")
    count = 0
    for coin in sorted(coins, reverse=True):
        count += amount // coin
        amount %= coin
    return count if amount == 0 else None
