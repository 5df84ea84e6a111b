def merge(meetings):
    for begin, end in meetings:
        if begin > end:
            raise ValueError(f"{begin} is after {end}")
    moments = sorted([(begin, -1) for begin, _ in meetings] + [(end, 1) for _, end in meetings])
    found, depth, start = [], 0, None
    for moment, change in moments:
        if depth == 0:
            start = moment
        depth -= change
        if depth == 0:
            found.append((start, moment))
    return found
