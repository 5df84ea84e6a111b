import operator


def merge(meetings):
    waiting = sorted(meetings, key=operator.itemgetter(0), reverse=True)
    if any(end < begin for begin, end in waiting):
        raise ValueError("backwards")
    done = []
    while waiting:
        begin, end = waiting.pop()
        while waiting and waiting[-1][0] <= end:
            end = max(end, waiting.pop()[1])
        done.append((begin, end))
    return done
