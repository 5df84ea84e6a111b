"""What is found out once for this process: what an author's files do never changes, and is asked for with every answer."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Once(Generic[K, V]):
    """The last `most` findings that were asked for, by whatever they depend on. Two threads that ask at the same time may both find out; what is found is the same."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._found: OrderedDict[K, V] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: K, find: Callable[[], V]) -> V:
        """What was found for `key`, or `find()`, which is then kept. What it raises goes through, and nothing is kept."""
        with self._lock:
            if key in self._found:
                self._found.move_to_end(key)
                return self._found[key]
        found = find()
        with self._lock:
            self._found[key] = found
            while len(self._found) > self._most:
                self._found.popitem(last=False)
        return found
