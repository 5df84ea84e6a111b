"""Drives the real program through its standard streams, as a person would type."""

import os
import re
import selectors
import signal
import subprocess
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from time import monotonic

from tests.ready import ready

PROMPTS = ("│ ", "> ", "[en/it] ", "none: ")
PATIENCE = 60.0


def sparring(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[str]:
    """Run a command to its end."""
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        given.write(stdin)
        given.seek(0)
        code = ready().start(arguments, stdin=given.fileno(), stdout=out.fileno(), stderr=err.fileno()).wait(PATIENCE * 2)
        for stream in (out, err):
            stream.seek(0)
        return subprocess.CompletedProcess(["sparring", *arguments], code, out.read().decode(), err.read().decode())


class Terminal:
    """A running interview: type a line, read until it asks again."""

    def __init__(self, *arguments: str) -> None:
        self.process = ready().start(arguments, unbuffered=True)
        assert self.process.stdout
        os.set_blocking(self.process.stdout.fileno(), False)
        self._selector = selectors.DefaultSelector()
        self._selector.register(self.process.stdout, selectors.EVENT_READ)
        self.shown = ""

    def read(self) -> str:
        """What it shows until it waits for a line, or ends; AssertionError when it does neither in time."""
        assert self.process.stdout
        fresh, deadline = b"", monotonic() + PATIENCE
        while monotonic() < deadline:
            if not self._selector.select(deadline - monotonic()):
                break
            chunk = self.process.stdout.read()
            if chunk == b"":
                break
            fresh += chunk or b""
            if fresh.decode("utf-8", "ignore").endswith(PROMPTS):
                break
        text = fresh.decode("utf-8", "replace")
        self.shown += text
        if not text.endswith(PROMPTS):
            assert self._ended(), text
        return text

    def _ended(self) -> bool:
        """Whether it ends by itself."""
        with suppress(TimeoutError):
            self.process.wait(10)
        return self.process.poll() is not None

    def type(self, line: str) -> str:
        """Type a line and read what follows."""
        self.send(f"{line}\n".encode())
        return self.read()

    def send(self, typed: bytes) -> None:
        """Type without reading; nothing happens if the program has ended."""
        assert self.process.stdin
        with suppress(BrokenPipeError):
            self.process.stdin.write(typed)
            self.process.stdin.flush()

    def kill(self) -> None:
        """Pull the plug on the program and its workers; one that came to its end meanwhile is left to have ended."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.close()

    def close(self) -> int:
        """Wait for the end and say how it ended."""
        assert self.process.stdin
        assert self.process.stdout
        with suppress(BrokenPipeError):
            self.process.stdin.close()
        code = self.process.wait(PATIENCE)
        self._selector.close()
        self.process.stdout.close()
        return code

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
        if self.process.stdout and not self.process.stdout.closed:
            self.close()


def workspace(shown: str) -> Path | None:
    """The file to edit that was last shown."""
    found = re.findall(r"Write in your editor: (.+)\n", shown)
    return Path(found[-1].strip()) if found else None


def answers(shown: str, reference: Iterable[str] = ()) -> list[str]:
    """What a candidate types at the prompt that `shown` ends with."""
    if shown.endswith("[en/it] "):
        return ["en"]
    if shown.endswith("none: "):
        return [""]
    if shown.endswith("> "):
        return [*reference, "submit"]
    if "eight lines" in "".join(shown.splitlines()[-3:]):
        return ["."]
    return ["It depends on when the name is looked up, and on who still holds a reference to the object.", "."]
