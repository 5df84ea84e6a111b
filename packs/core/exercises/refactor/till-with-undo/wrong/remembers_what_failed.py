class Till:
    def __init__(self):
        self.lines, self.percent, self.history = [], 0, []

    def do(self, action, name, number):
        self.history.append(([list(line) for line in self.lines], self.percent))
        if action == "add":
            self._add(name, number)
        elif action == "remove":
            line = self._find(name)
            if line is None:
                raise LookupError("not on the bill: " + name)
            self.lines.remove(line)
        elif action == "discount":
            if number < 0 or number > 50:
                raise ValueError("no such discount")
            self.percent = number
        else:
            raise ValueError("unknown action: " + action)

    def undo(self):
        if self.history:
            self.lines, self.percent = self.history.pop()
            return True
        return False

    def total(self):
        total = sum(cents * pieces for _, cents, pieces in self.lines)
        return total - total * self.percent // 100

    def _find(self, name):
        return next((line for line in self.lines if line[0] == name), None)

    def _add(self, name, cents):
        line = self._find(name)
        if line is None:
            line = [name, cents, 0]
            self.lines.append(line)
        line[2] += 1
