class EventBus:
    """Subscriptions by number, in the order in which they began."""

    def __init__(self):
        self._topics = {}
        self._next = 0

    def subscribe(self, topic, listener):
        number = self._next
        self._next += 1
        subscriptions = self._topics.setdefault(topic, {})
        subscriptions[number] = listener

        def end():
            subscriptions.pop(number, None)

        return end

    def publish(self, topic, event):
        subscriptions = self._topics.get(topic, {})
        told = 0
        for number, listener in list(subscriptions.items()):
            if number not in subscriptions:
                continue
            try:
                listener(event)
            except Exception:
                continue
            told += 1
        return told
