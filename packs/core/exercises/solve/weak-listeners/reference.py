import weakref


class Signal:
    """Weak references, each of which removes itself when its listener is gone."""

    def __init__(self):
        self.references = []

    def connect(self, listener):
        if any(reference() == listener for reference in self.references):
            return
        kind = weakref.WeakMethod if hasattr(listener, "__self__") else weakref.ref
        references = self.references

        def gone(reference):
            references[:] = [other for other in references if other is not reference]

        references.append(kind(listener, gone))

    def send(self, value):
        told = 0
        for reference in list(self.references):
            listener = reference()
            if listener is not None:
                listener(value)
                told += 1
        return told

    def __len__(self):
        return len(self.references)
