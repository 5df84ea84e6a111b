class Layer:
    def __init__(self, inner, log):
        self._inner, self._log, self._known = inner, log, {}
        self._client = getattr(inner, "_client", inner)

    def __getattr__(self, name):
        return getattr(self._inner, name)


class Cached(Layer):
    def get(self, key):
        if key not in self._known:
            self._known[key] = self._inner.get(key)
        return self._known[key]


class Retried(Layer):
    def get(self, key):
        for attempt in range(3):
            try:
                return self._client.get(key)
            except TimeoutError:
                if attempt == 2:
                    raise


class Logged(Layer):
    def get(self, key):
        self._log.append(f"ask {key}")
        try:
            value = self._inner.get(key)
        except Exception:
            self._log.append(f"failed {key}")
            raise
        self._log.append(f"got {key}")
        return value


def stack(client, names, log):
    for name in names:
        client = {"cached": Cached, "retried": Retried, "logged": Logged}[name](client, log)
    return client
