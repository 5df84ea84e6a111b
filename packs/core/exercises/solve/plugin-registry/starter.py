class Registry:
    """Makes objects by the name under which their class was entered."""

    def register(self, name):
        """Return a decorator that enters a class under name."""
        raise NotImplementedError

    def create(self, name, *args, **kwargs):
        """Return a new object of the class entered under name."""
        raise NotImplementedError

    def names(self):
        """Return the names, in lower case, sorted."""
        raise NotImplementedError
