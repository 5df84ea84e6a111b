from collections import deque


def serve(tickets, turn):
    waiting = deque(tickets)
    finished = []
    while waiting:
        name, minutes = waiting.popleft()
        if minutes <= turn:
            finished.append(name)
        else:
            waiting.appendleft((name, minutes - turn))
    return finished
