class EventBus:
    topics = {}
    number = 0

    def subscribe(self, topic, listener):
        EventBus.number += 1
        number = EventBus.number
        entries = self.topics.setdefault(topic, {})
        entries[number] = listener
        return lambda: entries.pop(number, None)

    def publish(self, topic, event):
        entries = self.topics.get(topic, {})
        told = 0
        for number, listener in list(entries.items()):
            if number in entries:
                try:
                    listener(event)
                except Exception:
                    continue
                told += 1
        return told
