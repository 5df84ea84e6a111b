class Container:
    """Builds services by name, each from what it needs."""

    def __init__(self):
        self.builders = {}

    def register(self, name, build, shared=True):
        """Say how the service of this name is built."""
        raise NotImplementedError

    def get(self, name):
        """Return the service, built now if need be."""
        raise NotImplementedError

    def override(self, name, build):
        """Build name by another function for the time of a with block."""
        raise NotImplementedError
