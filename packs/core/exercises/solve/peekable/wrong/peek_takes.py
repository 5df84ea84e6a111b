EMPTY = object()


class Peekable:
    def __init__(self, source):
        self.source = iter(source)
        self.seen = []

    def __iter__(self):
        return self

    def __next__(self):
        if self.seen:
            return self.seen.pop()
        return next(self.source)

    def peek(self, default=EMPTY):
        element = next(self.source, default)
        if element is EMPTY:
            raise StopIteration
        self.seen.append(element)
        return element

    def __bool__(self):
        if self.seen:
            return True
        element = next(self.source, EMPTY)
        if element is EMPTY:
            return False
        self.seen.append(element)
        return True
