def rooms_needed(meetings: list[tuple[int, int]]) -> int:
    """Starts and ends in order of time; at the same minute ends come first, since -1 < 1."""
    changes = [(start, 1) for start, _ in meetings] + [(end, -1) for _, end in meetings]
    busy = most = 0
    for _, change in sorted(changes):
        busy += change
        most = max(most, busy)
    return most
