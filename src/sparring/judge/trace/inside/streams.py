"""The program's own standard output while it is recorded."""

import io
from typing import Any


class Raw(io.RawIOBase):
    """The end of the program's standard output: kept until the next step takes it."""

    def __init__(self, most: int) -> None:
        self.parts: list[bytes] = []
        self.room = most
        self.lost = 0

    def writable(self) -> bool:
        """It is."""
        return True

    def write(self, data: Any) -> int:
        """Keep what there is room for, count the rest."""
        piece = bytes(data)
        if self.room > 0:
            self.parts.append(piece[: self.room])
        self.lost += max(0, len(piece) - max(self.room, 0))
        self.room -= len(piece)
        return len(piece)

    def take(self) -> str:
        """What was printed since the last call."""
        if not self.parts:
            return ""
        text = b"".join(self.parts).decode("utf-8", "replace")
        self.parts.clear()
        return text


def text_stream(raw: Raw, name: str) -> io.TextIOWrapper:
    """A stream as `sys.stdout` is one."""
    errors = "strict" if name == "<stdout>" else "backslashreplace"
    return io.TextIOWrapper(io.BufferedWriter(raw, 8192), encoding="utf-8", errors=errors, line_buffering=True)
