"""A zygote seen from the program: a process, and frames to it and from it, each with a deadline."""

import json
import os
import select
import subprocess
import time
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from sparring.core.problem import JudgeError
from sparring.core.text import Message
from sparring.sandbox.native.inside import frames

START_SECONDS = 60.0
MOST = 64 << 20


class ZygoteDiedError(Exception):
    """The zygote went away, or did not answer in time (`overdue`)."""

    def __init__(self, overdue: bool) -> None:
        super().__init__()
        self.overdue = overdue


@dataclass(frozen=True, slots=True)
class Reply:
    """What a zygote answered: `kind` A, E or P, the head's fields, the answer's bytes."""

    kind: str
    head: Mapping[str, Any]
    payload: bytes


class Launcher:
    """Starts processes from one thread that stays: bubblewrap's processes die with the very thread that started them."""

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(1, "native-launcher")

    def start(self, command: Sequence[str], environment: Mapping[str, str]) -> "ZygoteProcess":
        """Start a zygote and wait until it is warm. JudgeError when it cannot start."""
        return ZygoteProcess(self._threads.submit(_start, command, environment).result())

    def close(self) -> None:
        """End the thread, and with it whatever it started."""
        self._threads.shutdown()


def _start(command: Sequence[str], environment: Mapping[str, str]) -> "subprocess.Popen[bytes]":
    try:
        return subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=dict(environment), bufsize=0, cwd="/"
        )
    except OSError as error:
        raise JudgeError(Message("native.not-started", {"reason": error.strerror or str(error)})) from error


class ZygoteProcess:
    """One zygote. Used by one thread at a time."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        self._process = process
        assert process.stdin is not None
        assert process.stdout is not None
        self._stdin, self._stdout = process.stdin, process.stdout
        try:
            first = self._receive(time.monotonic() + START_SECONDS)
        except ZygoteDiedError as died:
            self.close()
            raise JudgeError(Message("native.not-started", {"reason": "no answer"})) from died
        if first[:1] != b"R":
            self.close()
            raise JudgeError(Message("native.not-started", {"reason": first[1:].decode("utf-8", "replace")}))
        self.version = first[1:].decode()

    @property
    def pid(self) -> int:
        """The process's id."""
        return self._process.pid

    def ask(self, message: bytes, seconds: float) -> Reply:
        """Send a frame, wait for the reply. ZygoteDiedError."""
        self.tell(message)
        try:
            reply = self._receive(time.monotonic() + seconds)
        except (OSError, ValueError) as error:
            raise ZygoteDiedError(overdue=False) from error
        if reply[:1] == b"P":
            return Reply("P", {}, reply[1:])
        head, _, payload = reply[1:].partition(b"\n")
        return Reply(reply[:1].decode(), json.loads(head), payload)

    def tell(self, message: bytes) -> None:
        """Send a frame that has no reply."""
        try:
            frames.send(self._stdin.fileno(), message)
        except (OSError, ValueError) as error:  # ValueError: closed by another thread
            raise ZygoteDiedError(overdue=False) from error

    def close(self) -> None:
        """End it and everything that runs in it, and wait until it is gone."""
        self._stdin.close()  # the zygote ends with its input, and its namespaces with it
        try:
            self._process.wait(2)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._stdout.close()

    def _receive(self, deadline: float) -> bytes:
        size = int.from_bytes(self._exactly(4, deadline), "big")
        if size > MOST:
            raise ZygoteDiedError(overdue=False)
        return self._exactly(size, deadline)

    def _exactly(self, size: int, deadline: float) -> bytes:
        data = bytearray()
        waiting = select.poll()
        waiting.register(self._stdout, select.POLLIN)
        while len(data) < size:
            if not waiting.poll(max(0, (deadline - time.monotonic()) * 1000)):
                raise ZygoteDiedError(overdue=True)
            part = os.read(self._stdout.fileno(), min(size - len(data), 1 << 20))
            if not part:
                raise ZygoteDiedError(overdue=False)
            data += part
        return bytes(data)
