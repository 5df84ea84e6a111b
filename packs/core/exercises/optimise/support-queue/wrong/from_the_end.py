def serve(tickets, turn):
    waiting = list(tickets)
    finished = []
    while waiting:
        name, minutes = waiting.pop()
        if minutes <= turn:
            finished.append(name)
        else:
            waiting.append((name, minutes - turn))
    return finished
