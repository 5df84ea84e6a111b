class Registry:
    """A dictionary of whatever makes an object when called."""

    def __init__(self):
        self._makers = {}

    def register(self, name):
        key = name.lower()
        if not key:
            raise ValueError("a name is needed")
        if key in self._makers:
            raise ValueError(f"{key} is taken by {self._makers[key]!r}")

        def enter(maker):
            if key in self._makers:
                raise ValueError(f"{key} is taken by {self._makers[key]!r}")
            self._makers[key] = maker
            return maker

        return enter

    def create(self, name, *args, **kwargs):
        maker = self._makers.get(name.lower())
        if maker is None:
            raise LookupError(f"nothing is called {name!r}; there are: {', '.join(self.names()) or 'none yet'}")
        return maker(*args, **kwargs)

    def names(self):
        return sorted(self._makers)
