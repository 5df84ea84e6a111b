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
        ...

    def redo(self):
        ...
