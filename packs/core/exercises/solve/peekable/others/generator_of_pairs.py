from collections import deque

_NONE = object()


class Peekable:
    def __init__(self, source):
        self._source = iter(source)
        self._ahead = deque()

    def __iter__(self):
        return self

    def __next__(self):
        return self._ahead.popleft() if self._ahead else next(self._source)

    def __bool__(self):
        if not self._ahead:
            self._ahead.extend([element for element in [next(self._source, _NONE)] if element is not _NONE])
        return bool(self._ahead)

    def peek(self, default=_NONE):
        if self:
            return self._ahead[0]
        if default is _NONE:
            raise StopIteration
        return default
