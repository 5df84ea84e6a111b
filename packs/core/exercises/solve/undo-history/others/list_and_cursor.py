class History:
    def __init__(self, limit=1000):
        if limit < 1:
            raise ValueError(f"a history of {limit} commands is none")
        self._limit = limit
        self._commands = []
        self._cursor = 0

    def run(self, command):
        result = command.do()
        del self._commands[self._cursor :]
        self._commands.append(command)
        del self._commands[: -self._limit]
        self._cursor = len(self._commands)
        return result

    def undo(self):
        if not self._cursor:
            return False
        self._commands[self._cursor - 1].undo()
        self._cursor -= 1
        return True

    def redo(self):
        if self._cursor == len(self._commands):
            return False
        self._commands[self._cursor].do()
        self._cursor += 1
        return True
