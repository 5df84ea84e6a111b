class History:
    """Runs commands, takes them back, does them again."""

    def __init__(self, limit=1000):
        self.limit = limit

    def run(self, command):
        """Do a command and remember it."""
        return command.do()

    def undo(self):
        """Take back the latest command; False if there is none."""
        raise NotImplementedError

    def redo(self):
        """Do the latest undone command again; False if there is none."""
        raise NotImplementedError
