class Subject:
    callbacks = []
    def subscribe(self, callback):
        self.callbacks.append(callback)
        return lambda: self.callbacks.remove(callback)
    def notify(self, event):
        for callback in list(self.callbacks): callback(event)
