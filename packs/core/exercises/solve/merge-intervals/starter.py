def merge_intervals(bookings: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the blocks of time taken by the bookings, sorted and without overlaps."""
    blocks = []
    for start, end in bookings:
        blocks.append((start, end))
    # what if (start, end) touches a block that is already there?
    return blocks
