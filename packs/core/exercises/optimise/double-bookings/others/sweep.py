def clashes(bookings):
    rooms = {}
    for room, start, end in bookings:
        rooms.setdefault(room, []).extend([(start, 1), (end, 0)])
    count = 0
    for events in rooms.values():
        inside = 0
        for _, begins in sorted(events):
            if begins:
                count += inside
                inside += 1
            else:
                inside -= 1
    return count
