import weakref


class Signal:
    def __init__(self):
        self.references = []

    def alive(self):
        pairs = [(reference, reference()) for reference in self.references]
        self.references = [reference for reference, listener in pairs if listener is not None]
        return [listener for _, listener in pairs if listener is not None]

    def connect(self, listener):
        if listener not in self.alive():
            kind = weakref.WeakMethod if hasattr(listener, "__self__") else weakref.ref
            self.references.append(kind(listener))

    def send(self, value):
        told = 0
        for reference in tuple(self.references):
            listener = reference()
            if listener is not None:
                listener(value)
                told += 1
        self.alive()
        return told

    def __len__(self):
        return len(self.alive())
