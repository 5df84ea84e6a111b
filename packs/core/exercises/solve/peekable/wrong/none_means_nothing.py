EMPTY = object()


class Peekable:
    def __init__(self, source):
        self.source = iter(source)
        self.seen = None

    def __iter__(self):
        return self

    def __next__(self):
        if self.seen is None:
            return next(self.source)
        element, self.seen = self.seen, None
        return element

    def peek(self, default=EMPTY):
        if self.seen is None:
            self.seen = next(self.source, None)
        if self.seen is not None:
            return self.seen
        if default is EMPTY:
            raise StopIteration
        return default

    def __bool__(self):
        return self.peek(None) is not None
