class Signal:
    def __init__(self):
        self.references = []

    def connect(self, listener):
        if listener not in self.references:
            self.references.append(listener)

    def send(self, value):
        for listener in list(self.references):
            listener(value)
        return len(self.references)

    def __len__(self):
        return len(self.references)
