from collections import defaultdict, deque


def calls(events):
    queues, called = defaultdict(deque), []
    for event in events:
        if event[0] == "in":
            queues[event[1]].append(event[2])
        elif queues:
            first = min(queues)
            called.append(queues[first].popleft())
            if not queues[first]:
                del queues[first]
        else:
            called.append(None)
    return called
