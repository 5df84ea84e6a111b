def first_at_or_after(times: list[int], moment: int) -> int:
    """Return the index of the first time that is `moment` or later, len(times) if there is none."""
    raise NotImplementedError
