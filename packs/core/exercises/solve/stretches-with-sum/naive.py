def stretches_with_sum(movements: list[int], target: int) -> int:
    """Extends a sum from every start."""
    found = 0
    for start in range(len(movements)):
        total = 0
        for movement in movements[start:]:
            total += movement
            found += total == target
    return found
