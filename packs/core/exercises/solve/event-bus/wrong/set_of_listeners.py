class EventBus:
    def __init__(self):
        self.topics = {}

    def subscribe(self, topic, listener):
        entries = self.topics.setdefault(topic, {})
        entries[listener] = True
        return lambda: entries.pop(listener, None)

    def publish(self, topic, event):
        entries = self.topics.get(topic, {})
        told = 0
        for listener in list(entries):
            if listener in entries:
                try:
                    listener(event)
                except Exception:
                    continue
                told += 1
        return told
