def merge_intervals(bookings):
    changes = sorted([(start, 0) for start, _ in bookings] + [(end, 1) for _, end in bookings])
    blocks, inside = [], 0
    for time, ends in changes:
        if not inside:
            begin = time
        inside += -1 if ends else 1
        if not inside:
            blocks.append((begin, time))
    return blocks
