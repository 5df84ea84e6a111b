class Completer:
    """Suggests names by their beginning."""

    def __init__(self, names):
        self.names = list(names)

    def suggest(self, prefix, limit=5):
        """Return at most `limit` names that begin with prefix, in order."""
        raise NotImplementedError
