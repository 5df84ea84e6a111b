def calls(events):
    """Whom the emergency room calls, in order. An event is ("in", urgency, name) or ("next",).

    The lowest urgency number goes first, of equals whoever came first; a call into an empty room is None.
    """
    waiting, called, number = [], [], 0
    for event in events:
        if event[0] == "in":
            waiting.append((event[1], number, event[2]))
            waiting.sort()
            number += 1
        elif waiting:
            called.append(waiting.pop(0)[2])
        else:
            called.append(None)
    return called
