from functools import cache


def ways(n, blocked):
    closed = set(blocked)

    @cache
    def to(step):
        if step < 0 or step in closed:
            return 0
        return 1 if step == 0 else to(step - 1) + to(step - 2) + to(step - 3)

    return to(n)
