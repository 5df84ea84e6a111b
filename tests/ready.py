"""A Python that has loaded what every command loads, and forks the program from there: a command under test starts in a fifth of the time.

What runs is the real program on real streams, in a session and with an environment of its own; only loading third parties' modules and those rooms of ours
that read nothing of the environment is shared. `Ready.start` hands over three descriptors and gets a `Started`, which behaves as `subprocess.Popen` does.

The forker answers on a socket: a line of JSON with the child's id, then one with its exit code.
"""

import array
import atexit
import json
import os
import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO

LOADED = (
    "concurrent.futures difflib django.core.management django.db.backends.sqlite3.base django.db.migrations.executor django.db.models django.db.models.sql.compiler "
    "email.parser platformdirs.unix polib pydantic pydantic.type_adapter rich.console rich.markdown rich.panel rich.rule rich.syntax rich.table shlex snowballstemmer "
    "typer typer._adapters wasmtime.component "
    "sparring.config.embedded sparring.content.anki.package sparring.content.english sparring.content.library sparring.judge.judge sparring.judge.mutants.run "
    "sparring.judge.profile.measure sparring.judge.trace.telling sparring.kinds.explain sparring.kinds.fix sparring.kinds.optimise sparring.kinds.plan "
    "sparring.kinds.predict sparring.kinds.refactor sparring.kinds.review sparring.kinds.say sparring.kinds.solve sparring.kinds.tdd sparring.kinds.tell "
    "sparring.kinds.test sparring.language.adverts sparring.language.english.proof sparring.language.points sparring.language.speech.delivery "
    "sparring.language.story sparring.mastery.policy sparring.planning.checks sparring.report.export sparring.report.markdown sparring.report.scorecard "
    "sparring.sandbox.native.pool sparring.session.interview sparring.usecases.desk sparring.usecases.doctor sparring.usecases.interviews sparring.usecases.lab.view "
    "sparring.usecases.packs sparring.usecases.study.plan sparring.usecases.study.present sparring.usecases.study.progress sparring.words.findings"
).split()


class Started:
    """A program that runs, or has ended. `stdin`, `stdout`: our ends of its streams, None where it was given others."""

    def __init__(self, line: socket.socket, stdin: IO[bytes] | None, stdout: IO[bytes] | None) -> None:
        self._line, self._heard = line, b""
        self.stdin, self.stdout = stdin, stdout
        self.returncode: int | None = None
        self.pid = self._number(None)

    def poll(self) -> int | None:
        """Its exit code; None while it runs."""
        with suppress(TimeoutError):
            self.wait(0)
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        """Its exit code, once it has ended; TimeoutError."""
        if self.returncode is None:
            self.returncode = self._number(timeout)
            self._line.close()
        return self.returncode

    def _number(self, timeout: float | None) -> int:
        """The next number that the forker tells."""
        while b"\n" not in self._heard:
            if not select.select([self._line], [], [], timeout)[0]:
                raise TimeoutError
            heard = self._line.recv(64)
            assert heard, "the forker is gone"
            self._heard += heard
        number, _, self._heard = self._heard.partition(b"\n")
        return int(number)

    def terminate(self) -> None:
        """Ask it to end."""
        self._send(signal.SIGTERM)

    def kill(self) -> None:
        """End it."""
        self._send(signal.SIGKILL)

    def _send(self, number: int) -> None:
        if self.poll() is None:
            with suppress(ProcessLookupError):
                os.kill(self.pid, number)


class Ready:
    """The forker of this test process."""

    def __init__(self) -> None:
        ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        command = [sys.executable, __file__, str(theirs.fileno())]
        self._process = subprocess.Popen(command, pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL, cwd=Path(__file__).parents[1])
        theirs.close()
        self._line = ours
        atexit.register(self.close)

    def start(
        self,
        arguments: Sequence[str],
        *,
        stdin: int | None = None,
        stdout: int | None = None,
        stderr: int | None = None,
        environment: Mapping[str, str] | None = None,
        unbuffered: bool = False,
    ) -> Started:
        """Start `sparring arguments` in this process's folder and environment, unless it is given another.

        Streams are descriptors; None: a pipe (stderr: joins stdout).
        """
        ours: list[IO[bytes] | None] = [None, None]
        given = [stdin, stdout]
        opened: list[int] = []
        for number, mode in enumerate(("wb", "rb")):
            if given[number] is None:
                read, write = os.pipe()
                given[number], kept = (read, write) if mode == "wb" else (write, read)
                opened.append(given[number])
                ours[number] = os.fdopen(kept, mode, buffering=-1 if mode == "wb" else 0)
        mine, theirs = socket.socketpair()
        asked = {
            "arguments": list(arguments),
            "environment": dict(environment if environment is not None else os.environ),
            "folder": str(Path.cwd()),
            "unbuffered": unbuffered,
        }
        descriptors = [theirs.fileno(), *given, given[1] if stderr is None else stderr]
        note = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", descriptors))]
        self._line.sendmsg([json.dumps(asked).encode()], note)
        for descriptor in opened:
            os.close(descriptor)
        theirs.close()
        return Started(mine, *ours)

    def close(self) -> None:
        """End the forker and whatever it started."""
        self._line.close()
        self._process.wait()


_ready: list[Ready] = []


def ready() -> Ready:
    """The forker, started when it is first needed."""
    if not _ready:
        _ready.append(Ready())
    return _ready[0]


class Forker:
    """The other side: forks, and tells how the children ended."""

    def __init__(self, line: socket.socket) -> None:
        self._line = line
        self._children: dict[int, socket.socket] = {}

    def serve(self) -> None:
        """Until the test process is gone; whatever still runs then is ended."""
        import selectors

        woken, waker = os.pipe()
        os.set_blocking(waker, False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(waker, warn_on_full_buffer=False)
        with selectors.DefaultSelector() as selector:
            selector.register(self._line, selectors.EVENT_READ)
            selector.register(woken, selectors.EVENT_READ)
            while True:
                for key, _ in selector.select():
                    if key.fd == woken:
                        os.read(woken, 512)
                        self._reap()
                    elif not self._fork():
                        return

    def _fork(self) -> bool:
        message, note, _, _ = self._line.recvmsg(1 << 20, socket.CMSG_LEN(16))
        if not message:
            for child in self._children:
                os.kill(child, signal.SIGKILL)
            return False
        descriptors = array.array("i")
        descriptors.frombytes(note[0][2])
        told, *streams = descriptors
        child = os.fork()
        if child == 0:
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            self._line.close()
            for other in self._children.values():
                other.close()
            os.close(told)
            become(json.loads(message), streams)
        for descriptor in streams:
            os.close(descriptor)
        line = socket.socket(fileno=told)
        line.sendall(f"{child}\n".encode())
        self._children[child] = line
        return True

    def _reap(self) -> None:
        with suppress(ChildProcessError):
            while (ended := os.waitpid(-1, os.WNOHANG))[0]:
                child, status = ended
                with self._children.pop(child) as line, suppress(OSError):
                    line.sendall(f"{os.waitstatus_to_exitcode(status)}\n".encode())


def become(asked: Mapping[str, object], streams: Sequence[int]) -> None:
    """Be the program that was asked for, and end as it ends."""
    os.setsid()
    for number, descriptor in enumerate(streams):
        os.dup2(descriptor, number)
    for descriptor in {*streams} - {0, 1, 2}:
        os.close(descriptor)
    os.chdir(str(asked["folder"]))
    os.environ.clear()
    os.environ.update(asked["environment"])  # type: ignore[call-overload]
    time.tzset()
    sys.argv = ["sparring", *asked["arguments"]]  # type: ignore[misc]
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 - they are open as long as the program runs
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stdout.reconfigure(write_through=bool(asked["unbuffered"]))
    sys.stderr = open(2, "w", encoding="utf-8", closefd=False, errors="backslashreplace", buffering=1)  # noqa: SIM115
    os._exit(_run())


def _run() -> int:
    """The exit code, as the interpreter would give it."""
    import threading
    import traceback

    try:
        from sparring.cli.main import main

        main()
        code: object = 0
    except SystemExit as ended:
        code = ended.code
    except BaseException:
        traceback.print_exc()
        code = 1
    threading._shutdown()  # type: ignore[attr-defined]
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    if isinstance(code, str):
        sys.stderr.write(code + "\n")
    return code if isinstance(code, int) else 0 if code is None else 1


if __name__ == "__main__":
    import gc
    import importlib

    import sparring.content.kept
    import sparring.words

    for name in LOADED:
        importlib.import_module(name)
    for language in ("en", "it"):
        sparring.words.words(language)  # reads the files
    sparring.words.words.cache_clear()  # how a sentence names the program is each child's own
    sparring.content.kept.program_stamp()  # what a child reads is kept as read by the sources that were loaded here, whatever they are by then
    gc.freeze()  # a child's collector looks at nothing of this, so that its pages stay shared
    Forker(socket.socket(fileno=int(sys.argv[1]))).serve()
