from bisect import bisect_right


def clashes(bookings):
    rooms = {}
    for room, start, end in bookings:
        rooms.setdefault(room, []).append((start, end))
    count = 0
    for times in rooms.values():
        times.sort()
        starts = [start for start, _ in times]
        count += sum(bisect_right(starts, end) - number - 1 for number, (_, end) in enumerate(times))
    return count
