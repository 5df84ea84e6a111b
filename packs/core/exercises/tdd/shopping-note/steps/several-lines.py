def total(note):
    """What the shopping on a note costs, in cents."""
    return sum(int(line.split()[-1]) for line in note.splitlines())
