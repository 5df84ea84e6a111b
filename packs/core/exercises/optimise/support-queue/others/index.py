def serve(tickets, turn):
    waiting = list(tickets)
    finished = []
    for name, minutes in waiting:  # grows while it is walked along: only at its end, which is allowed
        if minutes <= turn:
            finished.append(name)
        else:
            waiting.append((name, minutes - turn))
    return finished
