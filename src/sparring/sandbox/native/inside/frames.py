"""Frames over pipes: four bytes of length, then so many bytes. The one form in which anything crosses."""

from sparring.sandbox.native.inside.pristine import BUILTINS as __builtins__  # type: ignore[no-redef]  # noqa: F401, N811  # isort: skip

import os

_read, _write, _join = os.read, os.write, b"".join
_number, _to_bytes = int.from_bytes, int.to_bytes


def pack(data: bytes) -> bytes:
    """The frame around `data`."""
    return _to_bytes(len(data), 4, "big") + data


def send(descriptor: int, data: bytes) -> None:
    """Write one frame to a blocking descriptor; OSError when nobody reads."""
    view = pack(data)
    while view:
        view = view[_write(descriptor, view) :]


def receive(descriptor: int, most: int = 1 << 30) -> bytes | None:
    """Read one frame; None at the end of the stream, also in the middle of a frame, and for one longer than `most` bytes."""
    head = _exactly(descriptor, 4)
    if head is None or (size := _number(head, "big")) > most:
        return None
    return _exactly(descriptor, size)


def _exactly(descriptor: int, size: int) -> bytes | None:
    parts = []
    while size:
        part = _read(descriptor, min(size, 1 << 20))
        if not part:
            return None
        parts.append(part)
        size -= len(part)
    return _join(parts)
