def fewest_coins(coins: list[int], amount: int) -> int | None:
    """For every total tries every smaller pair of totals: two piles that are joined."""
    if amount < 0:
        raise ValueError("an amount can't be negative")
    best = {0: 0}
    for total in range(1, amount + 1):
        if total in coins:
            best[total] = 1
            continue
        for part in range(1, total // 2 + 1):
            if part in best and total - part in best:
                count = best[part] + best[total - part]
                if count < best.get(total, count + 1):
                    best[total] = count
    return best.get(amount)
