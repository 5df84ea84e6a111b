def merge_intervals(bookings):
    if not bookings:
        return []
    bookings.sort()
    blocks = [bookings[0]]
    for start, end in bookings[1:]:
        if start <= blocks[-1][1]:
            blocks[-1] = (blocks[-1][0], max(blocks[-1][1], end))
        else:
            blocks.append((start, end))
    return blocks
