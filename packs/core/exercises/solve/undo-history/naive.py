class History:
    """The latest command stands in front of a list."""

    def __init__(self, limit=1000):
        if limit < 1:
            raise ValueError("limit")
        self.limit = limit
        self.done = []
        self.undone = []

    def run(self, command):
        result = command.do()
        self.undone = []
        self.done = [command, *self.done][: self.limit]
        return result

    def undo(self):
        if not self.done:
            return False
        self.done[0].undo()
        self.undone = [self.done[0], *self.undone]
        self.done = self.done[1:]
        return True

    def redo(self):
        if not self.undone:
            return False
        self.undone[0].do()
        self.done = [self.undone[0], *self.done]
        self.undone = self.undone[1:]
        return True
