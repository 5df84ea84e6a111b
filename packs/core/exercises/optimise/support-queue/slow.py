def serve(tickets, turn):
    """The names of the tickets in the order in which they are finished, each getting `turn` minutes in its turn."""
    waiting = list(tickets)
    finished = []
    while waiting:
        name, minutes = waiting.pop(0)
        if minutes <= turn:
            finished.append(name)
        else:
            waiting.append((name, minutes - turn))
    return finished
