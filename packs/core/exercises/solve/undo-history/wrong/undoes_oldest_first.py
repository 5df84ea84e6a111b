from collections import deque


class History:
    def __init__(self, limit=1000):
        if limit < 1:
            raise ValueError("limit")
        self.done = deque(maxlen=limit)
        self.undone = deque()

    def run(self, command):
        result = command.do()
        self.undone.clear()
        self.done.append(command)
        return result

    def undo(self):
        if not self.done:
            return False
        command = self.done.popleft()
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
