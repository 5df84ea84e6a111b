def rooms_needed(meetings):
    most = 0
    for start, end in meetings:
        most = max(most, sum(other_start < end and start < other_end for other_start, other_end in meetings))
    return most
