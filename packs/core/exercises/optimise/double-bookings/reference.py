from bisect import bisect_left


def clashes(bookings):
    """How many pairs of bookings of the same room overlap. A booking is (room, start, end); who ends when another starts does not overlap."""
    rooms = {}
    for room, start, end in bookings:
        rooms.setdefault(room, []).append((start, end))
    return sum(clashes_in_a_room(times) for times in rooms.values())


def clashes_in_a_room(times):
    """Of the bookings in order of their starts, each clashes with those behind it that start before it ends."""
    times.sort()
    starts = [start for start, _ in times]
    return sum(bisect_left(starts, end) - number - 1 for number, (_, end) in enumerate(times))
