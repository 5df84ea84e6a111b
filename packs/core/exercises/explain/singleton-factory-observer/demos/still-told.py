class Subject:
    def __init__(self): self.callbacks = []
    def subscribe(self, callback):
        self.callbacks.append(callback)
        return lambda: None
    def notify(self, event):
        for callback in self.callbacks: callback(event)
