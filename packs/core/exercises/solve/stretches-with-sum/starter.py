def stretches_with_sum(movements: list[int], target: int) -> int:
    """Return in how many stretches of consecutive movements the sum is exactly target."""
    raise NotImplementedError
