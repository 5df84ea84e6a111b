"""Time and chance as the program sees them: the clock counts instructions and sleeps, chance is a fixed sequence.

The host answers every reading of a clock with a fixed start + one nanosecond per instruction so far + all sleeps. Sleeping only moves
that clock. Threads and processes say that they are not available.
"""

from pristine import BUILTINS as __builtins__  # noqa: F401

import _random
import _thread
import os
import time

import wit_world

_pause = wit_world.pause
_clock = time.monotonic_ns
_slept = [0]
_stream = _random.Random(20261123)
_bits = _stream.getrandbits
_index = __import__("operator").index


def sleep(seconds, /):
    """Move the virtual clock; nothing waits."""
    if seconds != seconds or seconds < 0:
        raise ValueError("sleep length must be non-negative")
    nanoseconds = int(min(seconds, 1e9) * 1_000_000_000)
    _slept[0] += nanoseconds
    _pause(nanoseconds)


def process_time_ns():
    """CPU time: the clock without the sleeps."""
    return _clock() - _slept[0]


def process_time():
    """CPU time in seconds."""
    return process_time_ns() / 1e9


def urandom(size, /):
    """The next `size` bytes of the fixed sequence."""
    size = _index(size)
    if size < 0:
        raise ValueError("negative argument not allowed")
    return _bits(size * 8).to_bytes(size, "little") if size else b""


class no_network:
    """Stands in for every socket."""

    def __init__(self, *args, **kwargs):
        raise PermissionError("there is no network in the exact engine")


def no_threads(*args, **kwargs):
    """Stands in for everything that would start a thread."""
    raise RuntimeError("threads are not available in the exact engine")


class Lock:
    """`threading.Lock` in a world of one thread: waiting for a held lock either moves the clock or is a deadlock that says so."""

    __slots__ = ("_held", "__weakref__")

    def __init__(self):
        self._held = False

    def acquire(self, blocking=True, timeout=-1):
        if not self._held:
            self._held = True
            return True
        if blocking and timeout < 0:
            raise RuntimeError("deadlock: the lock is held, and there is no other thread to release it")
        if blocking:
            sleep(timeout)
        return False

    def release(self):
        if not self._held:
            raise RuntimeError("release unlocked lock")
        self._held = False

    def locked(self):
        return self._held

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *args):
        self.release()

    def _at_fork_reinit(self):
        self._held = False


def wait(self, timeout=None):
    """`threading.Condition.wait`: nobody else is there to notify."""
    if not self._is_owned():
        raise RuntimeError("cannot wait on un-acquired lock")
    if timeout is None:
        raise RuntimeError("deadlock: there is no other thread to notify this one")
    if timeout > 0:
        sleep(timeout)
    return False


def install_late():
    """Where waiting for another thread would never end."""
    import queue
    import socket
    import threading  # only now: it takes copies of what `install_early` replaces

    threading.Lock = _thread.lock = _thread.LockType = _thread.allocate_lock = _thread.allocate = Lock
    threading._allocate_lock = threading._LockType = Lock
    threading.Condition.wait = wait
    queue.SimpleQueue = queue._PySimpleQueue
    socket.socket = no_network
    Lock.__module__ = "_thread"
    Lock.__name__ = Lock.__qualname__ = "lock"


def install_early():
    """Before other modules take copies of these functions."""
    sleep.__module__ = "time"
    urandom.__module__ = "posix"
    time.sleep = sleep
    time.process_time = time.thread_time = process_time
    time.process_time_ns = time.thread_time_ns = process_time_ns
    os.urandom = urandom
    _thread.start_new_thread = _thread.start_new = _thread.start_joinable_thread = no_threads
