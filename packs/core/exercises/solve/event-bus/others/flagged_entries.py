class _Entry:
    def __init__(self, listener):
        self.listener = listener
        self.counts = True


class EventBus:
    def __init__(self):
        self._topics = {}

    def subscribe(self, topic, listener):
        entry = _Entry(listener)
        entries = self._topics.setdefault(topic, [])
        entries.append(entry)

        def end():
            if entry.counts:
                entry.counts = False
                entries.remove(entry)

        return end

    def publish(self, topic, event):
        told = 0
        for entry in tuple(self._topics.get(topic, ())):
            if entry.counts:
                try:
                    entry.listener(event)
                except Exception:
                    continue
                told += 1
        return told
