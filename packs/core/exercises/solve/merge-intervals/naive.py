def merge_intervals(bookings: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Puts each booking beside all the blocks found so far."""
    blocks = []
    for start, end in bookings:
        apart = []
        for block_start, block_end in blocks:
            if block_start <= end and start <= block_end:
                start, end = min(start, block_start), max(end, block_end)
            else:
                apart.append((block_start, block_end))
        blocks = [*apart, (start, end)]
    return sorted(blocks)
