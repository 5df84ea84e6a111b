class Layer:
    """Something around a client: the same `get`, and everything else as the client has it."""

    def __init__(self, inner, log):
        self._inner = inner
        self._log = log
        self._known = {}

    def __getattr__(self, name):
        return getattr(self._inner, name)


class Cached(Layer):
    def get(self, key):
        """Ask once for each key; an exception is not kept."""
        ...


class Retried(Layer):
    def get(self, key):
        """Up to three attempts while a TimeoutError is raised; the third one comes out. Nothing else is tried again."""
        ...


class Logged(Layer):
    def get(self, key):
        """Write "ask KEY" into the log, then "got KEY", or "failed KEY" where an exception goes through."""
        ...


def stack(client, names, log):
    """The client with the layers of these names around it, the first one innermost."""
    for name in names:
        client = {"cached": Cached, "retried": Retried, "logged": Logged}[name](client, log)
    return client
