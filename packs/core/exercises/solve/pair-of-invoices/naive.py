def find_pair(amounts: list[int], payment: int) -> tuple[int, int] | None:
    """Tries every pair."""
    for first in range(len(amounts)):
        for second in range(first + 1, len(amounts)):
            if amounts[first] + amounts[second] == payment:
                return amounts[first], amounts[second]
    return None
