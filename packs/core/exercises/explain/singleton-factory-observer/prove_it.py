"""`Subject` tells its subscribers, and only its own."""


def check(source, names):
    """None when the right ones are told."""
    one, other = names["Subject"](), names["Subject"]()
    first, second = [], []
    stop = one.subscribe(first.append)
    one.subscribe(second.append)
    one.notify("saved")
    if first != ["saved"] or second != ["saved"]:
        return "not-told"
    other.notify("elsewhere")
    if "elsewhere" in first + second:
        return "shared"
    stop()
    one.notify("closed")
    if "closed" in first or second != ["saved", "closed"]:
        return "still-told"
    return None
