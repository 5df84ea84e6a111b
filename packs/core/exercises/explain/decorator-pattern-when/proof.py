"""Shows every claim of the answer; nothing here depends on the version, from 3.11 on."""

import functools


class Client:
    def __init__(self, fail=0):
        self.calls, self.fail = 0, fail

    def get(self, url):
        self.calls += 1
        if self.calls <= self.fail:
            raise TimeoutError(url)
        return f"page {url}"


class Wrapper:
    def __init__(self, inner):
        self.inner = inner

    def __getattr__(self, name):
        return getattr(self.inner, name)


class Retry(Wrapper):
    def get(self, url):
        for _ in range(2):
            try:
                return self.inner.get(url)
            except TimeoutError:
                continue
        return self.inner.get(url)


class Cached(Wrapper):
    def __init__(self, inner):
        super().__init__(inner)
        self.known = {}

    def get(self, url):
        if url not in self.known:
            try:
                self.known[url] = self.inner.get(url)
            except TimeoutError as error:
                self.known[url] = error
        if isinstance(self.known[url], Exception):
            raise self.known[url]
        return self.known[url]


# The same interface, more behaviour; what is not overridden passes through.
client = Cached(Client())
assert client.get("a") == client.get("a") == "page a" and client.calls == 1

# Stacked, and the order matters: this cache keeps failures, so outside it gets the retry's success, inside its own failure.
assert Cached(Retry(Client(fail=2))).get("a") == "page a"
inner = Client(fail=2)
try:
    Retry(Cached(inner)).get("a")
except TimeoutError:
    assert inner.calls == 1, "the cache answered the second and third try"
else:
    raise AssertionError("the retry only asked the cache")

# One object is wrapped, the class and the other objects stay as they were.
plain = Client()
plain.get("a")
plain.get("a")
assert plain.calls == 2 and Client.get is Client.__dict__["get"]

# The @ replaces a name once, for everybody, when the function is defined.
told = []


def logged(function):
    @functools.wraps(function)
    def wrapper(*args):
        told.append(function.__name__)
        return function(*args)

    return wrapper


def price(article):
    return len(article)


by_hand = logged(price)


@logged
def cost(article):
    return len(article)


assert by_hand("tea") == cost("tea") == price("tea") == 3
assert told == ["price", "cost"], "name = logged(name) is what the @ does"

# What it costs: type and identity are the wrapper's.
wrapped = Retry(plain)
assert not isinstance(wrapped, Client) and wrapped is not plain
