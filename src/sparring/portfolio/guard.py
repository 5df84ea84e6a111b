"""What happens to an audit whose program is killed: its processes end with it, and the folder it worked in goes.

Theory of operation. The program keeps the writing end of a pipe, and the worker the reading end: however the program dies, its end closes. A process that the
worker forks before anything else waits for that. A thread could not, for a library may hold the interpreter, and the kernel's signal for a parent's death does not
reach what the worker itself started. Where even the watcher was killed (power, memory) the next audit removes the folder: nobody holds its lock any more.
"""

import os
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NoReturn

PREFIX = "sparring-audit-"
FRESH = 10.0
"""Seconds in which a folder may not be locked yet."""


@contextmanager
def scratch() -> Iterator[Path]:
    """A folder of one's own, locked as long as this process lives and removed afterwards; those of processes that were killed go first."""
    sweep(Path(tempfile.gettempdir()), time.time())
    with tempfile.TemporaryDirectory(prefix=PREFIX, ignore_cleanup_errors=True) as folder, _locked(Path(folder)):
        yield Path(folder)


def sweep(place: Path, now: float) -> None:
    """Remove what killed audits left in `place`: this user's folders that nobody holds. Where there are no such locks it stays."""
    if sys.platform == "win32":
        return
    for folder in place.glob(f"{PREFIX}*"):
        with suppress(OSError):
            state = folder.lstat()
            if folder.is_symlink() or not folder.is_dir() or state.st_uid != os.geteuid() or now - state.st_ctime < FRESH:
                continue
            with _locked(folder):
                shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Hold the folder's lock; OSError where another process does."""
    if sys.platform == "win32":
        yield
        return
    import fcntl

    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        os.close(handle)


@contextmanager
def watched(program: int, folder: Path) -> Iterator[None]:
    """While this lasts: when the other end of `program` closes, this process's group (itself and all that it started) ends and `folder` is removed."""
    if sys.platform == "win32":
        yield
        return
    lives, kept = os.pipe()
    group = os.getpgrp()
    watcher = os.fork()
    if not watcher:
        os.close(kept)
        _watch(program, lives, group, folder)
    os.close(program)
    os.close(lives)
    try:
        yield
    finally:
        os.close(kept)
        os.waitpid(watcher, 0)


def _watch(program: int, lives: int, group: int, folder: Path) -> NoReturn:
    """In a session of its own, which the group's end does not reach. It holds none of the worker's files: who reads what the worker says would wait for both."""
    import select

    os.setsid()
    nothing = os.open(os.devnull, os.O_RDWR)
    for said in range(3):
        os.dup2(nothing, said)
    ready, _, _ = select.select([program, lives], [], [])
    if lives not in ready:
        os.killpg(group, signal.SIGKILL)
        shutil.rmtree(folder, ignore_errors=True)
    os._exit(0)
