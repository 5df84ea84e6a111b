_EMPTY = object()


class Peekable:
    """A place for one element that has been looked at and not taken."""

    def __init__(self, source):
        self._source = iter(source)
        self._seen = _EMPTY

    def __iter__(self):
        return self

    def __next__(self):
        ...

    def peek(self, default=_EMPTY):
        if self._seen is _EMPTY:
            self._seen = next(self._source, _EMPTY)
        if self._seen is not _EMPTY:
            return self._seen
        if default is _EMPTY:
            raise StopIteration
        return default

    def __bool__(self):
        ...
