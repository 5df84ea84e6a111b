def rooms_needed(meetings):
    changes = [(start, 0) for start, _ in meetings] + [(end, 1) for _, end in meetings]
    busy = most = 0
    for _, ends in sorted(changes):
        busy += -1 if ends else 1
        most = max(most, busy)
    return most
