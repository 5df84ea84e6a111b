def total(note):
    """What the shopping on a note costs, in cents."""
    return sum(_cost(line) for line in note.splitlines())


def _cost(line):
    words = line.split()
    price = int(words[-1])
    if len(words) > 2 and words[1] == "x":
        return int(words[0]) * price
    return price
