class CannotSplit(ValueError):
    pass


def split(cents, people):
    waiting = list(people)
    if not waiting or cents < 0 or sorted(set(waiting)) != sorted(waiting):
        raise CannotSplit(cents, people)
    found = {}
    while waiting:
        found[waiting[0]] = -(-cents // len(waiting))
        cents -= found[waiting.pop(0)]
    return found
