EMPTY = object()


class Peekable:
    def __init__(self, source):
        self.source = iter(source)
        self.seen = next(self.source, EMPTY)

    def __iter__(self):
        return self

    def __next__(self):
        if self.seen is EMPTY:
            raise StopIteration
        element, self.seen = self.seen, next(self.source, EMPTY)
        return element

    def peek(self, default=EMPTY):
        if self.seen is not EMPTY:
            return self.seen
        if default is EMPTY:
            raise StopIteration
        return default

    def __bool__(self):
        return self.seen is not EMPTY
