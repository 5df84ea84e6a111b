def stretches_with_sum(movements, target):
    seen = {0}
    total = found = 0
    for movement in movements:
        total += movement
        found += (total - target) in seen
        seen.add(total)
    return found
