def busy(meetings):
    times = []
    for start, end in sorted(meetings):
        if times and start < times[-1][1]:
            continue
        if times and start == times[-1][1]:
            times[-1] = (times[-1][0], end)
        else:
            times.append((start, end))
    return times
