"""`errors` is lazy: a line is read when it is asked for, not before."""


def check(source, names):
    """None when it reads just as far as it must."""
    read = []

    def log():
        for number in range(3000):
            read.append(number)
            yield f"{number} {'ERROR' if number % 3 == 2 else 'ok'}"

    found = names["errors"](log())
    if read:
        return "too-early"
    if not hasattr(found, "__next__"):
        return "a-list"
    if next(found) != "2 ERROR" or len(read) > 3:
        return "reads-ahead" if len(read) > 3 else "wrong-lines"
    if next(found) != "5 ERROR" or len(read) > 6:
        return "reads-ahead" if len(read) > 6 else "wrong-lines"
    return None if sum(1 for _ in found) == 998 else "wrong-lines"
