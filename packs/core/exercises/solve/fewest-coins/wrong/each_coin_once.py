def fewest_coins(coins, amount):
    if amount < 0:
        raise ValueError("negative")
    best = [0] + [None] * amount
    for coin in coins:
        for total in range(amount, coin - 1, -1):
            before = best[total - coin]
            if before is not None and (best[total] is None or before + 1 < best[total]):
                best[total] = before + 1
    return best[amount]
