from heapq import heappop, heappush


def calls(events):
    waiting, called = [], []
    for event in events:
        if event[0] == "in":
            heappush(waiting, (event[1], event[2]))
        else:
            called.append(heappop(waiting)[1] if waiting else None)
    return called
