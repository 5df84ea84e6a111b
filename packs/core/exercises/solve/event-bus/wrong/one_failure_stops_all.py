class EventBus:
    def __init__(self):
        self.topics = {}
        self.number = 0

    def subscribe(self, topic, listener):
        self.number += 1
        number = self.number
        entries = self.topics.setdefault(topic, {})
        entries[number] = listener
        return lambda: entries.pop(number, None)

    def publish(self, topic, event):
        entries = self.topics.get(topic, {})
        told = 0
        for number, listener in list(entries.items()):
            if number in entries:
                listener(event)
                told += 1
        return told
