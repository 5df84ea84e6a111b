def total(note):
    """What the shopping on a note costs, in cents."""
    cents = 0
    for number, line in enumerate(note.splitlines(), 1):
        words = line.partition("#")[0].split()
        if words:
            cents += _cost(words, number)
    return cents


def _cost(words, number):
    try:
        price = int(words[-1])
        count = int(words[0]) if len(words) > 2 and words[1] == "x" else 1
    except ValueError:
        raise ValueError(f"line {number} has no price") from None
    return count * price
