"""Members of a package, unpacked piece by piece: what a small file unpacks to is counted before any of it is kept."""

import io
import sys
import zipfile
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from sparring.content.anki.deck import MOST_MEDIUM, refused

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

ZSTD = b"\x28\xb5\x2f\xfd"
PIECE = 1 << 20
__all__ = ["Media", "copied", "zstd"]


class Media(Mapping[str, bytes]):
    """The media of a package by name, each unpacked when it is asked for: together they may be larger than the memory."""

    def __init__(self, data: bytes, entries: Mapping[str, str]) -> None:
        self._data = data
        self._entries = entries

    def check(self, archive: zipfile.ZipFile, before: int, most: int) -> None:
        """Unpack each once and keep nothing. UsageError where one is too large, or all of them after `before` bytes; zipfile's or Zstandard's errors where one is damaged."""
        total = before
        for entry in set(self._entries.values()):
            total += copied(archive, entry, None, MOST_MEDIUM)
            if total > most:
                raise refused("too-large", megabytes=total >> 20, most=most >> 20)

    def __getitem__(self, name: str) -> bytes:
        out = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(self._data)) as archive:
            copied(archive, self._entries[name], out, MOST_MEDIUM)
        return out.getvalue()

    def __iter__(self) -> Iterator[str]:
        return iter(self._entries)

    def __len__(self) -> int:
        return len(self._entries)


def copied(archive: zipfile.ZipFile, name: str, sink: BinaryIO | None, most: int) -> int:
    """Unpack a member, out of Zstandard too, into `sink`; how many bytes it has. UsageError as soon as they are more than `most`."""
    size = 0
    with archive.open(name) as packed:
        squeezed = packed.read(len(ZSTD)) == ZSTD
        packed.seek(0)
        plain = zstd.ZstdFile(packed) if squeezed else packed
        while piece := plain.read(PIECE):
            size += len(piece)
            if size > most:
                raise refused("too-large", megabytes=size >> 20, most=most >> 20)
            if sink is not None:
                sink.write(piece)
    return size
