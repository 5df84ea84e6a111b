from heapq import heappop, heappush


def calls(events):
    """Whom the emergency room calls, in order. An event is ("in", urgency, name) or ("next",).

    The lowest urgency number goes first, of equals whoever came first; a call into an empty room is None.
    """
    waiting, called = [], []
    for number, event in enumerate(events):
        if event[0] == "in":
            heappush(waiting, (event[1], number, event[2]))
        else:
            called.append(heappop(waiting)[2] if waiting else None)
    return called
