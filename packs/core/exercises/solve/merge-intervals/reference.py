def merge_intervals(bookings: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sorted by start, a booking can only touch the last block."""
    blocks: list[tuple[int, int]] = []
    for start, end in sorted(bookings):
        if blocks and start <= blocks[-1][1]:
            block_start, block_end = blocks[-1]
            blocks[-1] = (block_start, max(block_end, end))
        else:
            blocks.append((start, end))
    return blocks
