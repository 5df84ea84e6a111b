"""One command behind the outer wall, for what is more than a submission: a whole project that is installed and tested.

Theory of operation. Bubblewrap gives the command the system's libraries, the interpreter and some folders read-only, one writable place on a bounded tmpfs, no
network, no other process to be seen, and no home. It may start processes of its own (build backends and test suites do), so the narrow walls inside
(seccomp, Landlock) are not put up; what it may use is bounded by the command itself (`rlimit`), by the deadline, and by a watch on the memory of everything in
its process namespace. Only its standard output crosses, bounded; nothing that it wrote is ever opened from outside.
"""

import contextlib
import os
import subprocess
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sparring.sandbox.native.packages import PLAIN
from sparring.sandbox.native.tier import found
from sparring.sandbox.native.wall import BOX, bound, libraries, namespaces

MOST_OUTPUT = 8 << 20
MEMORY_BYTES = 3 << 30
WATCH_SECONDS = 0.25


@dataclass(frozen=True, slots=True)
class Done:
    """How a command ended: its exit code, what it said (bounded), and what stopped it from outside (`time`, `memory`, `output`; '' for nothing)."""

    code: int
    output: bytes
    stopped: str = ""


def walled() -> bool:
    """Whether this machine has the outer wall."""
    return found().outer is not None


def run(script: Path, arguments: Sequence[str], read: dict[str, Path], seconds: float) -> Done:
    """Run a Python script behind the wall. `read`: folders by the name under which they are seen below `/box`, read-only; `/box/home` is writable (1 GiB)."""
    outer = found().outer
    assert outer is not None, "ask walled() first"
    command = [outer, *namespaces(), *libraries(), *bound(PLAIN.prefix), *_places({**read, "script.py": script}), *_environment(), "--"]
    command += [PLAIN.interpreter, "-s", "-P", f"{BOX}/script.py", *arguments]
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={}, cwd="/")
    return _watched(process, seconds)


def _places(read: dict[str, Path]) -> Iterator[str]:
    for folder in ("/etc", "/dev", BOX):
        yield from ("--perms", "0755", "--dir", folder)
    for name, path in read.items():
        yield from ("--ro-bind", str(path), f"{BOX}/{name}")
    yield from ("--ro-bind-try", "/etc/ld.so.cache", "/etc/ld.so.cache", "--proc", "/proc", "--dev", "/dev")
    yield from (
        "--perms",
        "0777",
        "--size",
        str(1 << 30),
        "--tmpfs",
        f"{BOX}/home",
        "--perms",
        "1777",
        "--size",
        str(1 << 28),
        "--tmpfs",
        "/tmp",  # noqa: S108 - inside
    )


def _environment() -> Iterator[str]:
    variables = {"HOME": f"{BOX}/home", "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"}
    yield from ("--clearenv", "--chdir", f"{BOX}/home")
    for name, value in variables.items():
        yield from ("--setenv", name, value)


def _watched(process: "subprocess.Popen[bytes]", seconds: float) -> Done:
    stopped: list[str] = []
    over = threading.Event()

    def stop(why: str) -> None:
        if not over.is_set():
            stopped.append(why)
        process.kill()  # bubblewrap dies, and its namespace with it

    def watch() -> None:
        while not over.wait(WATCH_SECONDS):
            if _memory(process.pid) > MEMORY_BYTES:
                stop("memory")

    timer = threading.Timer(seconds, stop, ("time",))
    watcher = threading.Thread(target=watch, daemon=True)
    timer.start()
    watcher.start()
    assert process.stdout is not None
    output = bytearray()
    try:
        while part := os.read(process.stdout.fileno(), 1 << 16):
            output += part
            if len(output) > MOST_OUTPUT:
                stop("output")
                break
        code = process.wait()
    finally:
        over.set()
        timer.cancel()
        watcher.join()
        process.stdout.close()
    return Done(code, bytes(output[:MOST_OUTPUT]), stopped[0] if stopped else "")


def _memory(pid: int) -> int:
    """Resident bytes of everything below the process `pid`, which is read from /proc: a child's child may have any number."""
    parents: dict[int, list[int]] = {}
    pages: dict[int, int] = {}
    for entry in Path("/proc").iterdir():
        with contextlib.suppress(OSError, ValueError, IndexError):
            if entry.name.isdigit():
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
                parents.setdefault(int(fields[1]), []).append(int(entry.name))
                pages[int(entry.name)] = int(fields[21])
    todo, total = [pid], 0
    while todo:
        one = todo.pop()
        total += pages.get(one, 0)
        todo += parents.get(one, [])
    return total * os.sysconf("SC_PAGE_SIZE")
