def rooms_needed(meetings):
    starts, ends = sorted(start for start, _ in meetings), sorted(end for _, end in meetings)
    most = gone = 0
    for begun, start in enumerate(starts, 1):
        while ends[gone] <= start:
            gone += 1
        most = max(most, begun - gone)
    return most
