class Signal:
    """Tells those who are still there."""

    def __init__(self):
        self.listeners = []

    def connect(self, listener):
        """Tell listener from now on, as long as it lives."""
        self.listeners.append(listener)

    def send(self, value):
        """Tell all who are alive; return how many."""
        for listener in self.listeners:
            listener(value)
        return len(self.listeners)

    def __len__(self):
        return len(self.listeners)
