from collections import Counter


def stretches_with_sum(movements: list[int], target: int) -> int:
    """A stretch is the difference of two running totals; count the earlier ones that fit."""
    seen = Counter({0: 1})
    total = found = 0
    for movement in movements:
        total += movement
        found += seen[total - target]
        seen[total] += 1
    return found
