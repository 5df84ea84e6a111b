def clashes(bookings):
    """How many pairs of bookings of the same room overlap. A booking is (room, start, end); who ends when another starts does not overlap."""
    count = 0
    for i in range(len(bookings)):
        for j in range(i + 1, len(bookings)):
            room, start, end = bookings[i]
            other, begin, finish = bookings[j]
            if room == other and start < finish and begin < end:
                count += 1
    return count
