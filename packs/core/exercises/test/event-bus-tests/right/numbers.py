from itertools import count


class Bus:
    def __init__(self):
        self._numbers = count()
        self._known = {}

    def on(self, name, listener):
        number = next(self._numbers)
        self._known[number] = (name, listener)
        return lambda: self._known.pop(number, None) and None

    def emit(self, name, *args):
        errors = []
        for listener in [each for event, each in self._known.values() if event == name]:
            try:
                listener(*args)
            except Exception as error:
                errors.append(error)
        if errors:
            raise errors[0]
