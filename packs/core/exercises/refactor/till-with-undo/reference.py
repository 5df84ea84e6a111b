class Till:
    """A till whose steps can be taken back. Lines are [name, cents, pieces]."""

    def __init__(self):
        self.lines = []
        self.percent = 0
        self.history = []

    def do(self, action, name, number):
        if action not in COMMANDS:
            raise ValueError(f"unknown action: {action}")
        self.history.append(COMMANDS[action](self, name, number))

    def undo(self):
        if not self.history:
            return False
        self.history.pop()()
        return True

    def total(self):
        total = sum(cents * pieces for _, cents, pieces in self.lines)
        return total - total * self.percent // 100

    def find(self, name):
        """The line of this article, or None."""
        return next((line for line in self.lines if line[0] == name), None)


def add(till, name, cents):
    """One piece more; each command does its work and returns how to take it back."""
    line = till.find(name)
    if line is None:
        till.lines.append([name, cents, 0])
        line = till.lines[-1]
    line[2] += 1
    return lambda: take_one(till, name)


def take_one(till, name):
    line = till.find(name)
    line[2] -= 1
    if line[2] == 0:
        till.lines.remove(line)


def remove(till, name, _):
    line = till.find(name)
    if line is None:
        raise LookupError(f"not on the bill: {name}")
    at = till.lines.index(line)
    till.lines.remove(line)
    return lambda: till.lines.insert(at, line)


def discount(till, _, percent):
    if not 0 <= percent <= 50:
        raise ValueError("no such discount")
    before = till.percent
    till.percent = percent

    def back():
        till.percent = before

    return back


COMMANDS = {"add": add, "remove": remove, "discount": discount}
