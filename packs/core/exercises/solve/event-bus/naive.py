class EventBus:
    """A list, searched for every subscription that ends."""

    def __init__(self):
        self._subscriptions = []

    def subscribe(self, topic, listener):
        token = [topic, listener]
        self._subscriptions.append(token)

        def end():
            for index, other in enumerate(self._subscriptions):
                if other is token:
                    del self._subscriptions[index]
                    return

        return end

    def publish(self, topic, event):
        told = 0
        for token in list(self._subscriptions):
            if token[0] != topic or not any(other is token for other in self._subscriptions):
                continue
            try:
                token[1](event)
            except Exception:
                continue
            told += 1
        return told
