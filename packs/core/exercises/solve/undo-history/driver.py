class Step:
    """Counts up and down."""

    def __init__(self, counter):
        self.counter = counter

    def do(self):
        self.counter[0] += 1

    def undo(self):
        self.counter[0] -= 1


def drive(commands):
    """Do all, undo all, redo all."""
    counter = [0]
    history = History(commands + 1)
    for _ in range(commands):
        history.run(Step(counter))
    top = counter[0]
    while history.undo():
        pass
    bottom = counter[0]
    while history.redo():
        pass
    return top, bottom, counter[0]
