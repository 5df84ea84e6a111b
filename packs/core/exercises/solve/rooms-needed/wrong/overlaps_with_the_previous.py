def rooms_needed(meetings):
    rooms = min(len(meetings), 1)
    ordered = sorted(meetings)
    for (_, end), (start, _) in zip(ordered, ordered[1:]):
        if start < end:
            rooms = 2
    return rooms
