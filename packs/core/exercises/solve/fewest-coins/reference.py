def fewest_coins(coins: list[int], amount: int) -> int | None:
    """best[total] is the answer for every total up to amount, from small to large."""
    if amount < 0:
        raise ValueError(f"an amount can't be negative: {amount}")
    values = sorted(set(coins))
    best: list[int | None] = [0] + [None] * amount
    for total in range(1, amount + 1):
        for coin in values:
            if coin > total:
                break
            before = best[total - coin]
            if before is not None:
                here = best[total]
                if here is None or before + 1 < here:
                    best[total] = before + 1
    return best[amount]
