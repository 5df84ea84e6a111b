def rooms_needed(meetings: list[tuple[int, int]]) -> int:
    """Return how many rooms are needed so that all meetings can take place."""
    raise NotImplementedError
