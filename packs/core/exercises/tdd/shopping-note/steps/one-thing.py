def total(note):
    """What the shopping on a note costs, in cents."""
    if not note:
        return 0
    return int(note.split()[-1])
