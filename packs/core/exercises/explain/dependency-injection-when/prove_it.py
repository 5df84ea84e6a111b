"""`Session` goes by the clock that it was handed."""


def check(source, names):
    """None when the handed clock alone decides."""
    now = [5000.0]
    session = names["Session"](lambda: now[0], 30)
    young = names["Session"](lambda: now[0] * 2, 1000)
    if not session.alive():
        return "other-clock"
    now[0] = 5029.0
    early = session.alive()
    now[0] = 5031.0
    if session.alive():
        return "frozen"
    if not early or not young.alive():
        return "other-clock"
    session.touch()
    now[0] = 5055.0
    if not session.alive():
        return "not-touched"
    now[0] = 5062.0
    if session.alive():
        return "not-touched"
    return None
