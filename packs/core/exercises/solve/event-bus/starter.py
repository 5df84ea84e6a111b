class EventBus:
    """Tells the listeners of a topic what happens."""

    def __init__(self):
        self.listeners = {}

    def subscribe(self, topic, listener):
        """Add a listener; return a function that ends the subscription."""
        raise NotImplementedError

    def publish(self, topic, event):
        """Tell all listeners of the topic; return how many took it without an exception."""
        raise NotImplementedError
