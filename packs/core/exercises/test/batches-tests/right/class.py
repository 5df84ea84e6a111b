class batches:
    def __init__(self, items, size):
        if size < 1:
            raise ValueError("a batch holds something")
        self._next, self._size = iter(items).__next__, size

    def __iter__(self):
        return self

    def __next__(self):
        found = []
        try:
            while len(found) < self._size:
                found.append(self._next())
        except StopIteration:
            if not found:
                raise
        return found
