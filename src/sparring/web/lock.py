"""One server for each data folder: who holds it writes down where it listens, so that a second start finds the first.

`web.lock` is locked by the operating system while the server lives, however it ends; `web.json` says where it listens. Both are the owner's alone.
"""

import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from sparring.web.access import written

if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        """Take the lock of an open file; OSError if another process has it."""
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        """Take the lock of an open file; OSError if another process has it."""
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


@dataclass(frozen=True, slots=True)
class Running:
    """Where a server listens, and the key that makes it give a ticket."""

    port: int
    key: str


class FolderLock:
    """The data folder's lock; `with` takes it, `held` says whether it was free."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._descriptor: int | None = None
        self.held = False

    def __enter__(self) -> "FolderLock":
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._descriptor = os.open(self._folder / "web.lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _lock(self._descriptor)
            self.held = True
        except (BlockingIOError, PermissionError):  # what POSIX and Windows call a lock that somebody else has
            self.held = False
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._descriptor is not None:
            os.close(self._descriptor)

    def announce(self, running: Running) -> None:
        """Write down where this server listens."""
        written(self._folder / "web.json", json.dumps({"port": running.port, "key": running.key}))


def last(folder: Path) -> Running | None:
    """What the server that runs, or ran last, wrote down."""
    try:
        data = json.loads((folder / "web.json").read_text(encoding="utf-8"))
        return Running(int(data["port"]), str(data["key"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
