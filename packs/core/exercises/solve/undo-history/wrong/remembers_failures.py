from collections import deque


class History:
    def __init__(self, limit=1000):
        if limit < 1:
            raise ValueError("limit")
        self.done = deque(maxlen=limit)
        self.undone = []

    def run(self, command):
        self.done.append(command)
        self.undone.clear()
        return command.do()

    def undo(self):
        if not self.done:
            return False
        command = self.done.pop()
        command.undo()
        self.undone.append(command)
        return True

    def redo(self):
        if not self.undone:
            return False
        command = self.undone.pop()
        command.do()
        self.done.append(command)
        return True
