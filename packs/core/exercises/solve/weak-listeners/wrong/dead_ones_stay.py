import weakref


class Signal:
    def __init__(self):
        self.references = []

    def connect(self, listener):
        if any(reference() == listener for reference in self.references):
            return
        kind = weakref.WeakMethod if hasattr(listener, "__self__") else weakref.ref
        self.references.append(kind(listener))

    def send(self, value):
        told = 0
        for reference in list(self.references):
            listener = reference()
            if listener is not None:
                listener(value)
                told += 1
        return told

    def __len__(self):
        return sum(reference() is not None for reference in self.references)
