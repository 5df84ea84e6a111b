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
        if key in self._known:
            return self._known[key]
        return self._known.setdefault(key, self._inner.get(key))


class Retried(Layer):
    def get(self, key):
        """Up to three attempts while a TimeoutError is raised; the third one comes out. Nothing else is tried again."""
        left = 3
        while True:
            left -= 1
            try:
                return self._inner.get(key)
            except TimeoutError:
                if not left:
                    raise


class Logged(Layer):
    def get(self, key):
        """Write "ask KEY" into the log, then "got KEY", or "failed KEY" where an exception goes through."""
        self._log.append(f"ask {key}")
        how = "failed"
        try:
            value = self._inner.get(key)
            how = "got"
        finally:
            self._log.append(f"{how} {key}")
        return value


def stack(client, names, log):
    """The client with the layers of these names around it, the first one innermost."""
    for name in names:
        client = {"cached": Cached, "retried": Retried, "logged": Logged}[name](client, log)
    return client
