def stretches_with_sum(movements, target):
    found = start = total = 0
    for position, movement in enumerate(movements):
        total += movement
        while start < position and total > target:
            total -= movements[start]
            start += 1
        found += total == target
    return found
