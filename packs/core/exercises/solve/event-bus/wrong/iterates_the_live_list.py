class EventBus:
    def __init__(self):
        self.topics = {}

    def subscribe(self, topic, listener):
        entry = [listener]
        entries = self.topics.setdefault(topic, [])
        entries.append(entry)

        def end():
            for index, other in enumerate(entries):
                if other is entry:
                    del entries[index]
                    return

        return end

    def publish(self, topic, event):
        told = 0
        for entry in self.topics.get(topic, []):
            try:
                entry[0](event)
            except Exception:
                continue
            told += 1
        return told
