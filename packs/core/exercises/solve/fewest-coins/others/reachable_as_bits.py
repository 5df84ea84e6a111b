def fewest_coins(coins, amount):
    if amount < 0:
        raise ValueError(f"an amount can't be negative: {amount}")
    reached, known, count, mask = 1, 1, 0, (1 << amount + 1) - 1
    while reached:
        if reached >> amount & 1:
            return count
        count += 1
        further = 0
        for coin in set(coins):
            further |= reached << coin
        reached = further & mask & ~known
        known |= reached
    return None
