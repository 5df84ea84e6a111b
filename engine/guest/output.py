"""What the program prints, streamed to the host.

A stopped interpreter loses whatever it still holds, so the first lines go out one by one; a program that prints a lot is sent on in blocks,
because every crossing costs some 20 microseconds.
"""

from pristine import BUILTINS as __builtins__  # noqa: F401

import codecs
import errno
import io
import os
import sys

import wit_world

EAGER_LINES = 256
BLOCK = 1024

_send = wit_world.output
_decoder = codecs.getincrementaldecoder("utf-8")("replace")
_decode = _decoder.decode
_bytes = bytes
_memory = memoryview
_join = "".join
_pending = []
_state = {"size": 0, "lines": 0}


class Stream(io.RawIOBase):
    """The end of standard output and standard error: bytes in, text to the host."""

    def __init__(self, name, descriptor):
        self.name = name
        self._descriptor = descriptor

    def writable(self):
        return True

    def fileno(self):
        return self._descriptor

    def write(self, data):
        with _memory(data) as view:
            data = _bytes(view)
        send(_decode(data))
        return len(data)


def send(text):
    """Pass text on to the host, at once for the first lines, in blocks later."""
    state = _state
    _pending.append(text)
    state["size"] += len(text)
    if state["size"] >= BLOCK or (state["lines"] < EAGER_LINES and "\n" in text):
        drain()


def drain():
    """Send what is still held back."""
    state = _state
    if state["size"]:
        text = _join(_pending)
        _pending.clear()
        state["size"] = 0
        state["lines"] += 1
        _send(text)


def flush():
    """Send everything, also what the program's own streams hold; a program that closed them has lost it."""
    for stream in STREAMS:
        try:
            stream.flush()
        except BaseException:  # noqa: S110 - closed or replaced by the program: its own loss
            pass
    drain()


def _text(name, descriptor, errors):
    buffered = io.BufferedWriter(Stream(name, descriptor), 8192)
    return io.TextIOWrapper(buffered, encoding="utf-8", errors=errors, line_buffering=True)


STREAMS = (_text("<stdout>", 1, "strict"), _text("<stderr>", 2, "backslashreplace"))


def write(descriptor, data, /):
    """`os.write`: only the two streams can be written to."""
    if descriptor not in (1, 2):
        raise OSError(errno.EBADF, "Bad file descriptor")
    return STREAMS[descriptor - 1].buffer.raw.write(data)


def install():
    """Make these the interpreter's streams; standard input is empty."""
    sys.stdout = sys.__stdout__ = STREAMS[0]
    sys.stderr = sys.__stderr__ = STREAMS[1]
    sys.stdin = sys.__stdin__ = io.StringIO("")
    os.write = write
