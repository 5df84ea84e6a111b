def fewest_coins(coins, amount):
    if amount < 0:
        raise ValueError("negative")
    best = [0] + [None] * amount
    for total in range(1, amount + 1):
        for coin in coins:
            if coin <= total and best[total - coin] is not None:
                if best[total] is None or best[total - coin] + 1 < best[total]:
                    best[total] = best[total - coin] + 1
    return best[amount] or 0
