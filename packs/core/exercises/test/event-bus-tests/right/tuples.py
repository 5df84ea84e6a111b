from collections import defaultdict
from contextlib import ExitStack


class Bus:
    def __init__(self):
        self.table = defaultdict(tuple)

    def on(self, name, listener):
        token = object()
        self.table[name] += ((token, listener),)

        def cancel():
            self.table[name] = tuple(pair for pair in self.table[name] if pair[0] is not token)

        return cancel

    def emit(self, name, *args):
        trouble = None
        for _, listener in self.table.get(name, ()):
            with ExitStack() as stack:
                try:
                    listener(*args)
                except Exception as error:
                    trouble = trouble if trouble is not None else error
        if trouble is not None:
            raise trouble
