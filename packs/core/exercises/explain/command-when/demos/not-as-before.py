class SetKey:
    def __init__(self, *what):
        self.data, self.key, self.value = what
    def execute(self):
        self.old = self.data.get(self.key)
        self.data[self.key] = self.value
    def undo(self):
        self.data[self.key] = self.old
