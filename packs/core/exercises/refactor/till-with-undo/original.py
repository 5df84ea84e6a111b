class Till:
    """A till whose steps can be taken back. Lines are [name, cents, pieces]."""

    def __init__(self):
        self.lines = []
        self.percent = 0
        self.history = []

    def do(self, action, name, number):
        if action == "add":
            for line in self.lines:
                if line[0] == name:
                    line[2] = line[2] + 1
                    self.history.append(("add", name, None, None))
                    return
            self.lines.append([name, number, 1])
            self.history.append(("add", name, None, None))
        elif action == "remove":
            for i in range(len(self.lines)):
                if self.lines[i][0] == name:
                    self.history.append(("remove", name, i, self.lines[i]))
                    del self.lines[i]
                    return
            raise LookupError("not on the bill: " + name)
        elif action == "discount":
            if number < 0 or number > 50:
                raise ValueError("no such discount")
            self.history.append(("discount", None, self.percent, None))
            self.percent = number
        else:
            raise ValueError("unknown action: " + action)

    def undo(self):
        if len(self.history) == 0:
            return False
        action, name, before, line = self.history.pop()
        if action == "add":
            for i in range(len(self.lines)):
                if self.lines[i][0] == name:
                    if self.lines[i][2] > 1:
                        self.lines[i][2] = self.lines[i][2] - 1
                    else:
                        del self.lines[i]
                    break
        elif action == "remove":
            self.lines.insert(before, line)
        elif action == "discount":
            self.percent = before
        return True

    def total(self):
        total = 0
        for line in self.lines:
            total = total + line[1] * line[2]
        return total - total * self.percent // 100
