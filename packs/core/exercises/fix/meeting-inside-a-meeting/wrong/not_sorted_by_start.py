def busy(meetings):
    times = []
    for start, end in sorted(meetings, key=lambda meeting: meeting[1]):
        if times and start <= times[-1][1]:
            times[-1] = (min(times[-1][0], start), end)
        else:
            times.append((start, end))
    return times
