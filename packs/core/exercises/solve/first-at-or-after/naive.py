def first_at_or_after(times: list[int], moment: int) -> int:
    """Reads the log from the top."""
    for index, time in enumerate(times):
        if time >= moment:
            return index
    return len(times)
