class SetKey:
    def __init__(self, *what):
        self.data, self.key, self.value = what
    def execute(self):
        self.old = dict(self.data)
        self.data[self.key] = self.value
    def undo(self):
        self.data.clear(), self.data.update(self.old)
