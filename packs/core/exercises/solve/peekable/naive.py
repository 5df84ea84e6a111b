EMPTY = object()


class Peekable:
    """Keeps every element it has ever read, and an index."""

    def __init__(self, source):
        self.source = iter(source)
        self.read = []
        self.place = 0

    def __iter__(self):
        return self

    def __next__(self):
        if self.place == len(self.read):
            self.read.append(next(self.source))
        self.place += 1
        return self.read[self.place - 1]

    def peek(self, default=EMPTY):
        if self.place == len(self.read):
            for element in self.source:
                self.read.append(element)
                break
            else:
                if default is EMPTY:
                    raise StopIteration
                return default
        return self.read[self.place]

    def __bool__(self):
        return self.peek(EMPTY) is not EMPTY if self.place < len(self.read) else self._more()

    def _more(self):
        for element in self.source:
            self.read.append(element)
            return True
        return False
