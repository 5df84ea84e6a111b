"""The zygote: an interpreter with the packages already imported, which forks a confined candidate for every submission.

It talks to the program in frames over its standard input and output, one answer to each of them (`K` has none), and ends with its input:
`B` limits as a line of JSON, then the first message: a fresh candidate gets it · `M` a message · `S` like `B`, but nobody waits for the answer of
the message after it (an empty reply comes at once) · `P` a probe · `K` end the candidate
· `Q` say when the last candidate is gone and the next one waits. The next candidate is forked while nothing is asked.
"""

import fcntl
import gc
import importlib
import json
import os
import resource
import signal
import sys
from collections.abc import Callable

from sparring.sandbox.native.inside import frames, kernel, suites
from sparring.sandbox.native.inside.settings import Settings, settings_of
from sparring.sandbox.native.inside.supervisor import Supervisor

INPUT, OUTPUT = 0, 1


class Zygote:
    """The loop, and the candidate that waits or runs."""

    def __init__(self, settings: Settings, output: int) -> None:
        self._settings = settings
        self._output = output
        self._confine = walls(settings)
        self._data_bytes = private_bytes()
        self._current: Supervisor | None = None

    def serve(self) -> None:
        """Until the program is gone."""
        self._renew()
        while (frame := frames.receive(INPUT)) is not None:
            reply = self._answer(frame[:1], frame[1:])
            if reply is None:
                self._renew()
            else:
                frames.send(self._output, reply)
        if self._current is not None:
            self._current.end()

    def _answer(self, kind: bytes, rest: bytes) -> bytes | None:
        if kind == b"K":
            return None
        if kind == b"Q":
            return self._settled()
        if kind in (b"B", b"S"):
            return self._begin(kind, rest)
        assert self._current is not None
        return self._current.exchange(rest) if kind == b"M" else self._current.probe(rest)

    def _settled(self) -> bytes:
        self._renew()
        assert self._current is not None
        return b"A" + json.dumps({"why": self._current.ready()}).encode()

    def _begin(self, kind: bytes, rest: bytes) -> bytes:
        if self._current is None or self._current.used:
            self._renew()
        assert self._current is not None
        limits, _, message = rest.partition(b"\n")
        if kind == b"B":
            return self._current.begin(json.loads(limits), message)
        first, _, second = message.partition(b"\n")
        reply = self._current.begin(json.loads(limits), first)
        if reply[:1] == b"A":
            self._current.start(second)
        return reply

    def _renew(self) -> None:
        if self._current is not None:
            if not self._current.used:
                return
            self._current.end()
        self._current = Supervisor(self._settings, self._confine, self._data_bytes)


def walls(settings: Settings) -> Callable[[], None]:
    """What a candidate does to itself last of all: prepared once, so that it costs two system calls."""
    rules = None
    if settings.landlock:
        low = kernel.ruleset(settings.rules())
        rules = fcntl.fcntl(low, fcntl.F_DUPFD_CLOEXEC, 300)  # out of the way of the candidate's own descriptors
        os.close(low)
    blob = b""
    if settings.filter:
        with open(settings.filter, "rb") as file:  # noqa: PTH123
            blob = file.read()

    def confine() -> None:
        resource.setrlimit(resource.RLIMIT_NPROC, (512, 512))
        if rules is not None:
            kernel.restrict(rules)
        if blob:
            kernel.filter_calls(blob)

    return confine


def private_bytes() -> int:
    """Private writable memory of this process, as RLIMIT_DATA counts it."""
    with open("/proc/self/status") as status:  # noqa: PTH123
        return next(int(line.split()[1]) << 10 for line in status if line.startswith("VmData:"))


def become_nobody(uid: int | None) -> None:
    """Give up being root, if that is what started us."""
    if uid is not None and os.geteuid() == 0:
        os.setgroups([])
        os.setresgid(uid, uid, uid)
        os.setresuid(uid, uid, uid)
    kernel.prctl(kernel.PR_SET_DUMPABLE, 1)  # else our own /proc/self would belong to root
    if os.geteuid() == 0:
        raise PermissionError("still root")


def main(settings: Settings) -> None:
    """Import, warm up, serve. The first frame is `R`, or `F` and why not."""
    output = os.dup(OUTPUT)
    os.dup2(2, OUTPUT)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        become_nobody(settings.uid)
        for name in settings.preload:
            importlib.import_module(name)
        if "pytest" in settings.preload:
            suites.warm_up()
        zygote = Zygote(settings, output)
    except BaseException as error:
        frames.send(output, b"F" + f"{type(error).__name__}: {error}".encode())
        return
    gc.collect()
    gc.freeze()
    frames.send(output, b"R" + sys.version.split()[0].encode())
    zygote.serve()
    os._exit(0)


def boot(text: str) -> None:
    """`main` with settings as JSON."""
    main(settings_of(text))
