from collections import Counter


def stretches_with_sum(movements, target):
    seen = Counter()
    total = found = 0
    for movement in movements:
        total += movement
        found += seen[total - target]
        seen[total] += 1
    return found
