"""Shows every claim of the answer; nothing here depends on the version, from 3.11 on."""

import functools
import gc
import importlib
import sys
import types
import weakref

# A module is executed once and cached: importing again gives the same object.
settings = types.ModuleType("proof_settings")
settings.debug = False
sys.modules["proof_settings"] = settings
once = importlib.import_module("proof_settings")
assert once is settings and importlib.import_module("functools") is functools
once.debug = True
assert sys.modules["proof_settings"].debug is True, "one object for all importers: global state"

built = []


@functools.cache
def connection():
    built.append("built")
    return object()


assert built == []
assert connection() is connection() and built == ["built"]
connection.cache_clear()
connection()
assert built == ["built", "built"], "clearing the cache is what a test would have to do"


# __new__ that hands out one instance: __init__ runs again at every call and resets the state.
class Registry:
    _instance = None

    def __new__(cls):
        if cls._instance is None:
            cls._instance = super().__new__(cls)
        return cls._instance

    def __init__(self):
        self.entries = []


Registry().entries.append("first")
assert Registry() is Registry() and Registry().entries == []


# Lazy creation, check and then set: two threads can pass the check together. Each yield is a place where the other may come in.
class Lazy:
    instance = None


def get_instance():
    if Lazy.instance is None:
        yield
        Lazy.instance = object()
    return Lazy.instance


def finish(running):
    try:
        next(running)
    except StopIteration as end:
        return end.value
    raise AssertionError("should have ended")


one, other = get_instance(), get_instance()
next(one)
next(other)
assert finish(one) is not finish(other)


# Factory: a dict of classes; the caller knows `read`, not the class. A new format touches one place.
class CsvReader:
    def __init__(self, text):
        self.text = text

    def read(self):
        return self.text.split(",")


class LinesReader(CsvReader):
    def read(self):
        return self.text.splitlines()


READERS = {"csv": CsvReader}


def reader(name, text):
    suffix = name.rpartition(".")[2]
    try:
        return READERS[suffix](text)
    except KeyError:
        raise ValueError(f"no reader for {suffix}") from None


def caller(name, text):
    return reader(name, text).read()


assert caller("prices.csv", "1,2") == ["1", "2"]
READERS["txt"] = LinesReader
assert caller("prices.txt", "1\n2") == ["1", "2"]
try:
    caller("prices.xml", "")
except ValueError as error:
    assert str(error) == "no reader for xml"
assert callable(CsvReader) and dict.fromkeys("ab", 0) == {"a": 0, "b": 0}


# As a classmethod an alternative constructor follows the subclass.
class Ordered(dict):
    pass


assert type(Ordered.fromkeys("ab")) is Ordered


# Observer: the subject holds callables, and calls them one after the other.
class Order:
    def __init__(self):
        self.listeners = []

    def subscribe(self, listener):
        self.listeners.append(listener)
        return lambda: self.listeners.remove(listener)

    def paid(self):
        for listener in list(self.listeners):
            listener(self)


told = []
order = Order()
order.subscribe(lambda o: told.append("mail"))
forget = order.subscribe(lambda o: told.append("warehouse"))
order.paid()
assert told == ["mail", "warehouse"]
forget()
order.paid()
assert told == ["mail", "warehouse", "mail"]

# One that raises stops the following ones.
told.clear()
order = Order()


def broken(o):
    raise RuntimeError("statistics are down")


order.subscribe(lambda o: told.append("mail"))
order.subscribe(broken)
order.subscribe(lambda o: told.append("warehouse"))
try:
    order.paid()
except RuntimeError:
    assert told == ["mail"]
else:
    raise AssertionError("the error must come through the notification")


# The subject keeps listeners alive; a WeakMethod does not, where a plain weak reference to a bound method is dead at once.
class Window:
    def refresh(self, order):
        told.append("refreshed")


def alive_after_closing(wrap):
    order, window = Order(), Window()
    watch = weakref.ref(window)
    order.listeners.append(wrap(window))
    del window
    gc.collect()
    return watch() is not None


assert alive_after_closing(lambda window: window.refresh)
assert not alive_after_closing(lambda window: weakref.WeakMethod(window.refresh))

window = Window()
weak = weakref.WeakMethod(window.refresh)
assert weak() is not None
weak()(None)
assert told[-1] == "refreshed"
plain = weakref.ref(window.refresh)
gc.collect()
assert plain() is None
