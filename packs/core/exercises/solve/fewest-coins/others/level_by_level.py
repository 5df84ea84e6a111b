def fewest_coins(coins, amount):
    if amount < 0:
        raise ValueError(f"an amount can't be negative: {amount}")
    values, seen, level, count = sorted(set(coins)), {0}, [0], 0
    while level:
        if amount in seen:
            return count
        count += 1
        further = []
        for total in level:
            for coin in values:
                if total + coin > amount:
                    break
                if total + coin not in seen:
                    seen.add(total + coin)
                    further.append(total + coin)
        level = further
    return None
