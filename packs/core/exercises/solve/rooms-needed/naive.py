def rooms_needed(meetings: list[tuple[int, int]]) -> int:
    """At every start counts who is in a meeting."""
    most = 0
    for moment, _ in meetings:
        busy = 0
        for start, end in meetings:
            if start <= moment < end:
                busy += 1
        most = max(most, busy)
    return most
