def rows(count):
    """A cursor: one row at a time, once."""
    for number in range(count):
        yield f"row {number:09d}"


def drive(count, size):
    """Send every chunk and keep none; return how many went, the longest, and the last row."""
    sent, longest, last = 0, 0, ""
    for chunk in chunked(rows(count), size):
        sent += 1
        longest = max(longest, len(chunk))
        last = chunk[-1]
    return sent, longest, last
