import weakref


class Signal:
    def __init__(self):
        self.references = []

    def connect(self, listener):
        references = self.references
        if any(reference() == listener for reference in references):
            return

        def gone(reference):
            references[:] = [other for other in references if other is not reference]

        references.append(weakref.ref(listener, gone))

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
