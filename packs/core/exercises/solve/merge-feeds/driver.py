def drive(feeds):
    """Read everything; return how many there were and the last time."""
    count = last = 0
    for time, _ in merge_feeds(feeds):
        count += 1
        last = time
    return count, last
