"""The bytes that are held while lines run."""

import sys
import tracemalloc
from typing import Any

FRAMES = 24
LITTLE = 128
"""Bytes by which nobody would say that more was held: what a return or our own eye takes for a moment."""

_traced, _reset_peak = tracemalloc.get_traced_memory, tracemalloc.reset_peak


class Memory:
    """Bytes after every line of the program's files, and the most that was held while it ran."""

    def __init__(self, files: frozenset[str], until: int = -1) -> None:
        self.files, self.until = files, until
        self.lines: dict[tuple[str, int], int] = {}
        self.running: list[tuple[str, int]] = []
        self.last: tuple[str, int] = ("", 0)
        self.count = 0
        self.most = self.most_at = self._clearly = 0
        self.most_line: tuple[str, int] = ("", 0)
        self.traces: list[Any] = []
        self.base = 0

    def start(self) -> None:
        """Switch on."""
        tracemalloc.start(FRAMES)
        self.base = _traced()[0]
        _reset_peak()
        sys.settrace(self.trace)

    def stop(self) -> None:
        """Switch off, with a last look."""
        sys.settrace(None)
        self._note()
        tracemalloc.stop()

    def trace(self, frame: Any, event: str, _arg: Any) -> Any:
        """The trace function."""
        key = frame.f_code.co_filename, frame.f_lineno
        if key[0] not in self.files:
            return None
        if self.last[0] or self.running:  # what was held before its first line is none of its own
            self._note()
        if event == "call":
            self.running.append(key)
        elif event == "line" and self.running:
            self.running[-1] = self.last = key
        elif event == "return" and self.running:
            self.running.pop()
        _reset_peak()
        return self.trace

    def _note(self) -> None:
        peak = _traced()[1] - self.base
        key = self.running[-1] if self.running else self.last  # what it left behind when it returned is its last line's
        if peak > self.lines.get(key, -1):
            self.lines[key] = peak
        if peak > self._clearly:
            self._clearly, self.most_at, self.most_line = int(peak * 1.005) + LITTLE, self.count, key
        self.most = max(self.most, peak)
        if self.count == self.until:
            snapshot: Any = tracemalloc.take_snapshot()
            self.traces = snapshot.traces._traces
        self.count += 1
