total = 10


def add(amount, log=False):
    if log:
        print("before:", total)
    total += amount
    return total


add(5)
