def total(note):
    """What the shopping on a note costs, in cents."""
    lines = [line.partition("#")[0].strip() for line in note.splitlines()]
    return sum(_cost(line) for line in lines if line)


def _cost(line):
    words = line.split()
    price = int(words[-1])
    if len(words) > 2 and words[1] == "x":
        return int(words[0]) * price
    return price
