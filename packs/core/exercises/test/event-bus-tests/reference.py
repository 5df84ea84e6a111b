class Bus:
    def __init__(self):
        self.listeners = {}

    def on(self, name, listener):
        entry = [listener]
        self.listeners.setdefault(name, []).append(entry)

        def off():
            entries = self.listeners[name]
            self.listeners[name] = [each for each in entries if each is not entry]

        return off

    def emit(self, name, *args):
        first = None
        for (listener,) in list(self.listeners.get(name, [])):
            try:
                listener(*args)
            except Exception as error:
                first = first or error
        if first is not None:
            raise first
