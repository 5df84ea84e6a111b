def find_pair(amounts: list[int], payment: int) -> tuple[int, int] | None:
    """One index from each end: every step rules out one invoice for good."""
    left, right = 0, len(amounts) - 1
    while left < right:
        total = amounts[left] + amounts[right]
        if total == payment:
            return amounts[left], amounts[right]
        if total < payment:
            left += 1
        else:
            right -= 1
    return None
