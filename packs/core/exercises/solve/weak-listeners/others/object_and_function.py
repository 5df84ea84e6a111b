import weakref


class Signal:
    """Of a method the object is held weakly and the function beside it; whenever an object goes, the dead pairs are swept out."""

    def __init__(self):
        self.entries = []

    def connect(self, listener):
        owner = getattr(listener, "__self__", None)
        if owner is None:
            entry = weakref.ref(listener, self._sweep), None
        else:
            entry = weakref.ref(owner, self._sweep), listener.__func__
        if entry not in self.entries:
            self.entries.append(entry)

    def send(self, value):
        told = 0
        for reference, function in tuple(self.entries):
            target = reference()
            if target is None:
                continue
            if function is None:
                target(value)
            else:
                function(target, value)
            told += 1
        return told

    def __len__(self):
        return len(self.entries)

    def _sweep(self, _):
        self.entries = [entry for entry in self.entries if entry[0]() is not None]
