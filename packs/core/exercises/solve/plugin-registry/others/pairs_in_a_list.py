from bisect import bisect_left


class Registry:
    """Names and makers in two lists that are kept sorted, so that `names` has nothing left to sort."""

    def __init__(self):
        self._names, self._makers = [], []

    def _find(self, name):
        """Where the name stands or would stand, and whether it is there."""
        place = bisect_left(self._names, name.lower())
        return place, place < len(self._names) and self._names[place] == name.lower()

    def _free(self, name):
        if not name:
            raise ValueError("an empty name names nothing")
        place, taken = self._find(name)
        if taken:
            raise ValueError(f"{name} is taken")
        return place

    def register(self, name):
        self._free(name)

        def enter(maker):
            place = self._free(name)
            self._names.insert(place, name.lower())
            self._makers.insert(place, maker)
            return maker

        return enter

    def create(self, name, /, *args, **kwargs):
        place, there = self._find(name)
        if not there:
            raise LookupError(f"unknown: {name}; known are {self.names()}")
        return self._makers[place](*args, **kwargs)

    def names(self):
        return list(self._names)
