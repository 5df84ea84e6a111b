from collections import deque


def serve(tickets, turn):
    """The names of the tickets in the order in which they are finished, each getting `turn` minutes in its turn."""
    waiting = deque(tickets)
    finished = []
    while waiting:
        name, minutes = waiting.popleft()
        if minutes <= turn:
            finished.append(name)
        else:
            waiting.append((name, minutes - turn))
    return finished
