from collections import deque


class History:
    """Two stacks: what was done, what was undone."""

    def __init__(self, limit=1000):
        if limit < 1:
            raise ValueError(f"a history of {limit} commands is none")
        self._done = deque(maxlen=limit)
        self._undone = []

    def run(self, command):
        result = command.do()
        self._undone.clear()
        self._done.append(command)
        return result

    def undo(self):
        if not self._done:
            return False
        self._done[-1].undo()
        self._undone.append(self._done.pop())
        return True

    def redo(self):
        if not self._undone:
            return False
        self._undone[-1].do()
        self._done.append(self._undone.pop())
        return True
