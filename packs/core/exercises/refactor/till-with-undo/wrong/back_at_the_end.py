class Till:
    def __init__(self):
        self.lines, self.percent, self.history = [], 0, []

    def do(self, action, name, number):
        if action not in ("add", "remove", "discount"):
            raise ValueError("unknown action: " + action)
        self.history.append(getattr(self, "_" + action)(name, number))

    def undo(self):
        if self.history:
            self.history.pop()()
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
        return lambda: self._take(name)

    def _take(self, name):
        line = self._find(name)
        line[2] -= 1
        if line[2] == 0:
            self.lines.remove(line)

    def _remove(self, name, _):
        line = self._find(name)
        if line is None:
            raise LookupError("not on the bill: " + name)
        self.lines.remove(line)
        return lambda: self.lines.append(line)

    def _discount(self, _, percent):
        if percent < 0 or percent > 50:
            raise ValueError("no such discount")
        before, self.percent = self.percent, percent
        return lambda: setattr(self, "percent", before)
