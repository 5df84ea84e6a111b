def busy(meetings):
    """The times in which somebody is busy, as (start, end), joined where meetings overlap or touch."""
    times = []
    for start, end in sorted(meetings):
        if times and start <= times[-1][1]:
            times[-1] = (times[-1][0], end)
        else:
            times.append((start, end))
    return times
