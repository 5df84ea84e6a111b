def total(note):
    """What the shopping on a note costs, in cents."""
    raise NotImplementedError
