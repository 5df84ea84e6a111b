class Add:
    def __init__(self, till, name, cents):
        self.till, self.name = till, name
        line = till.line(name)
        if line:
            line[2] += 1
        else:
            till.lines.append([name, cents, 1])

    def undo(self):
        line = self.till.line(self.name)
        line[2] -= 1
        if line[2] < 1:
            self.till.lines.remove(line)


class Remove:
    def __init__(self, till, name, _):
        self.till = till
        self.removed = till.line(name)
        if not self.removed:
            raise LookupError("not on the bill: " + name)
        self.place = till.lines.index(self.removed)
        till.lines.pop(self.place)

    def undo(self):
        self.till.lines.insert(self.place, self.removed)


class Discount:
    def __init__(self, till, _, percent):
        if percent not in range(51):
            raise ValueError("no such discount")
        self.till, self.before = till, till.percent
        till.percent = percent

    def undo(self):
        self.till.percent = self.before


ACTIONS = {"add": Add, "remove": Remove, "discount": Discount}


class Till:
    """A till whose steps can be taken back. Lines are [name, cents, pieces]."""

    def __init__(self):
        self.lines = []
        self.percent = 0
        self.history = []

    def line(self, name):
        for line in self.lines:
            if line[0] == name:
                return line
        return None

    def do(self, action, name, number):
        try:
            command = ACTIONS[action]
        except KeyError:
            raise ValueError("unknown action: " + action) from None
        self.history.append(command(self, name, number))

    def undo(self):
        if self.history:
            self.history.pop().undo()
            return True
        return False

    def total(self):
        full = sum(line[1] * line[2] for line in self.lines)
        return full - full * self.percent // 100
