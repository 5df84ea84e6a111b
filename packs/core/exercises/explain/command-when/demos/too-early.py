class SetKey:
    def __init__(self, data, key, value):
        self.data, self.old = data, dict(data)
        data[key] = value
    def execute(self):
        pass
    def undo(self):
        self.data.clear(), self.data.update(self.old)
