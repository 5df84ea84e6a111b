"""One candidate seen from the zygote: pipes to it, its output, its clock, its end. Believes nothing that comes out of it but lengths.

Theory of operation. Exactly one message is under way: it is sent, and the candidate's answer or its end comes back as one reply. Meanwhile its
output is drained (kept up to a limit, counted beyond), and its clocks are looked at: CPU time by the kernel's clock of the process, wall time by ours, without the time for which
the kernel says that it could have run and no core was free: how busy the machine is must not decide anything.
"""

import contextlib
import json
import os
import select
import signal
import time
from collections.abc import Callable
from typing import Any

from sparring.sandbox.native.inside import candidate, frames, init, kernel
from sparring.sandbox.native.inside.settings import Settings

READY_SECONDS = 20.0
MOST_WAITED = 30.0
"""Seconds of waiting for a core that are forgiven at most; the host gives up on us after a little more. Who waited longer is not judged: that is our failure."""
CHUNK = 1 << 16
CORES = os.cpu_count() or 1
PARENT = 0  # our standard input: readable in the middle of an exchange only when the program is gone


CRASHES = frozenset((signal.SIGSEGV, signal.SIGBUS, signal.SIGFPE, signal.SIGILL, signal.SIGABRT))
"""How an interpreter ends whose native code went wrong."""


class Ended(Exception):  # noqa: N818
    """The candidate is to be, or was, ended: why (a `Stop`, `crash` or `failure`), and a detail."""

    def __init__(self, why: str, detail: str = "") -> None:
        super().__init__(why, detail)
        self.told = (why, detail)


class Supervisor:
    """A candidate, confined and waiting, from its fork to its end. `data_bytes`: private memory of this interpreter now."""

    def __init__(self, settings: Settings, confine: Callable[[], None], data_bytes: int) -> None:
        requests, self._requests = os.pipe()
        self._answers, answers = os.pipe()
        self._output, output = os.pipe()
        self._status, status = os.pipe()
        relay, self._relay = os.pipe()
        outer, ends = (os.geteuid(), os.getegid()), (requests, answers, output)
        self._pid = kernel.clone(kernel.NAMESPACES)
        if self._pid == 0:
            try:
                init.main(settings, outer, status, relay, lambda: _become_candidate(settings, ends, confine, data_bytes, status))
            finally:
                os._exit(1)
        for descriptor in (requests, answers, output, status, relay):
            os.close(descriptor)
        for descriptor in (self._requests, self._answers, self._output):
            os.set_blocking(descriptor, False)
        self._buffer = bytearray()
        self._kept = bytearray()
        self._printed = self._kept_total = 0
        self._limits: dict[str, Any] = {"output_bytes": 1 << 20, "kept_output_bytes": 0, "result_bytes": 0, "cpu_seconds": READY_SECONDS}
        self._deadline = 0.0
        self._clock: int | None = None
        self._schedule = ""
        self._waited = 0.0
        self._cpu = 0.0
        self._up = False
        self._over: Ended | None = None
        self.used = False

    def begin(self, limits: dict[str, Any], message: bytes) -> bytes:
        """Hand the first message over, under these limits from now on; the reply."""
        self.used = True
        if failure := self.ready():
            return self._reply(b"E", "failure", failure)
        if child := _child_of(self._pid):
            self._clock, self._schedule = (~child << 3) | 2, f"/proc/{child}/schedstat"  # clock_getcpuclockid(3)
        self._waited = self._waiting()
        self._limits = limits
        self._deadline = time.monotonic() + limits["wall_seconds"]
        return self.exchange(message)

    def ready(self) -> str:
        """Wait until the harness is up and waiting; '' or why it is not."""
        self._deadline = time.monotonic() + READY_SECONDS
        try:
            if not self._up and self._await_answer(b"") != b"h":
                raise Ended("failure", "the candidate's harness did not start")
        except Ended as ended:
            return ": ".join(ended.told)
        self._up = True
        return ""

    def exchange(self, message: bytes) -> bytes:
        """Send a message and wait; the reply: `A`, a line of JSON and the answer, or `E` and a line of JSON."""
        before = self._used()
        try:
            answer = self._await_answer(frames.pack(message))
            self._drain()
        except Ended as ended:
            return self._reply(b"E", *ended.told, cpu=self._used() - before)
        return self._reply(b"A", cpu=self._used() - before) + b"\n" + answer

    def start(self, message: bytes) -> None:
        """Send a message and do not wait for its answer (a server that is to run on)."""
        os.set_blocking(self._requests, True)
        frames.send(self._requests, message)

    def probe(self, message: bytes) -> bytes:
        """Let the init carry bytes to the loopback; `P` and what came back, or `E` and why there is no candidate any more."""
        try:
            if self._over is not None:
                raise self._over
            with contextlib.suppress(BrokenPipeError):  # then the init has told, and told us why
                frames.send(self._relay, message)
            while self._status not in self._readable([self._status], []):
                continue
            return b"P" + self._status_frame(b"P")
        except Ended as ended:
            self._over = ended
            return self._reply(b"E", *ended.told)

    def end(self) -> None:
        """Kill whatever is there; when this returns, nothing of the candidate is left."""
        os.kill(self._pid, signal.SIGKILL)
        os.waitpid(self._pid, 0)
        for descriptor in (self._requests, self._answers, self._output, self._status, self._relay):
            os.close(descriptor)

    def _reply(self, kind: bytes, why: str = "", detail: str = "", cpu: float = 0.0) -> bytes:
        text, self._kept = self._kept.decode("utf-8", "replace"), bytearray()
        return kind + json.dumps({"why": why, "detail": detail, "output": text, "cpu": cpu}).encode("ascii")

    def _await_answer(self, pending: bytes) -> bytes:
        """Send what is pending and read one frame. Raises Ended."""
        while True:
            answer = self._whole_answer()
            if answer is not None:
                return answer
            ready = self._readable([self._answers, self._status], [self._requests] if pending else [])
            if self._requests in ready:
                pending = self._send_some(pending)
            if self._status in ready:
                self._drain()
                self._status_frame(b"E")
            elif self._answers in ready:
                self._read_answer()

    def _readable(self, wanted: list[int], writable: list[int]) -> list[int]:
        """The descriptors that are ready, after draining output and looking at the clocks. Raises Ended."""
        seconds = min(self._left(), (self._limits["cpu_seconds"] - self._used()) / CORES)
        reading, writing, _ = select.select([*wanted, self._output, PARENT], writable, [], max(0.001, seconds))
        if PARENT in reading:
            os._exit(0)
        if self._output in reading:
            self._drain()
        if self._used() >= self._limits["cpu_seconds"]:
            raise Ended("time-limit", "CPU time")
        if self._left() <= 0:
            raise self._overdue()
        return reading + writing

    def _left(self) -> float:
        """Seconds of wall time that it still has."""
        left = self._deadline - time.monotonic()
        return left if left > 0 else left + min(self._waiting() - self._waited, MOST_WAITED)

    def _overdue(self) -> Ended:
        """Why it is out of wall time: its own doing, or a machine that had no core for it for longer than we can forgive."""
        waited = self._waiting() - self._waited
        return Ended("failure", f"no core was free for {waited:.0f} s") if waited >= MOST_WAITED else Ended("time-limit", "wall time")

    def _waiting(self) -> float:
        """Seconds for which the candidate's first thread, and we who look at it, have waited for a core so far."""
        return _waiting(self._schedule) + _waiting("/proc/self/schedstat")

    def _send_some(self, pending: bytes) -> bytes:
        try:
            return pending[os.write(self._requests, pending[:CHUNK]) :]
        except BlockingIOError:
            return pending
        except OSError:  # nobody reads any more; how it ended is told elsewhere
            return b""

    def _read_answer(self) -> None:
        part = os.read(self._answers, 1 << 20)
        self._buffer += part
        if not part:
            self._after_the_last_word()

    def _whole_answer(self) -> bytes | None:
        if len(self._buffer) < 4:
            return None
        size = int.from_bytes(self._buffer[:4], "big")
        if size > self._limits["result_bytes"] + (1 << 20) or len(self._buffer) > size + 4:
            raise Ended("forbidden", "forged answer")
        if len(self._buffer) < size + 4:
            return None
        answer = bytes(self._buffer[4:])
        self._buffer.clear()
        return answer

    def _after_the_last_word(self) -> None:
        """Its end of the pipe is closed: it ended, or it closed what it should not."""
        ready, _, _ = select.select([self._status], [], [], 1.0)
        self._drain()
        if ready:
            self._status_frame(b"E")
        raise Ended("forbidden", "it closed its channel")

    def _status_frame(self, wanted: bytes) -> bytes:
        """The init's next word, if it is a `wanted` one; Ended for the others."""
        frame = frames.receive(self._status)
        if frame is None:
            raise Ended("failure", "the init is gone")
        if frame[:1] == b"F":
            raise Ended("failure", frame[1:].decode("utf-8", "replace"))
        if frame[:1] == b"E":
            if len(self._buffer) >= 4:  # what it left behind was no answer
                raise Ended("forbidden", "forged answer")
            raise self._ended(json.loads(frame[1:]))
        return frame[1:] if frame[:1] == wanted else b""

    def _ended(self, how: dict[str, Any]) -> Ended:
        self._cpu = max(self._cpu, how["cpu"])
        self._clock = None
        number = how["signal"]
        if number == signal.SIGXCPU or (number == signal.SIGKILL and how["cpu"] >= self._limits["cpu_seconds"]):
            return Ended("time-limit", "CPU time")
        if number in CRASHES:
            return Ended("crash", signal.Signals(number).name)
        if number:
            return Ended("forbidden", signal.Signals(number).name if number < signal.SIGRTMIN else f"signal {number}")
        if how["code"] == candidate.NO_CHANNEL:
            return Ended("forbidden", "it closed its channel")
        return Ended("forbidden", f"exited with {how['code']}")

    def _drain(self) -> None:
        while True:
            try:
                part = os.read(self._output, CHUNK)
            except BlockingIOError:
                return
            if not part:
                return
            self._printed += len(part)
            room = self._limits["kept_output_bytes"] - self._kept_total
            self._kept += part[: max(0, room)]
            self._kept_total += len(part)
            if self._printed > self._limits["output_bytes"]:
                raise Ended("output-limit", "printed too much")

    def _used(self) -> float:
        """CPU seconds of the candidate's process so far, by the kernel's own clock of it."""
        if self._clock is not None:
            try:
                self._cpu = time.clock_gettime(self._clock)
            except OSError:
                self._clock = None
        return self._cpu


def _waiting(schedule: str) -> float:
    """Seconds that a process was ready and did not run; 0 where the kernel does not tell (`run_delay` of schedstat)."""
    try:
        with open(schedule) as told:  # noqa: PTH123
            return int(told.read().split()[1]) / 1e9
    except (OSError, IndexError, ValueError):
        return 0.0


def _child_of(init_pid: int) -> int:
    """The init's child; 0 where the kernel does not tell who that is."""
    try:
        with open(f"/proc/{init_pid}/task/{init_pid}/children") as children:  # noqa: PTH123
            return int(children.read().split()[0])
    except (OSError, IndexError, ValueError):
        return 0


def _become_candidate(settings: Settings, ends: tuple[int, int, int], confine: Callable[[], None], data_bytes: int, status: int) -> None:
    """In process 2: nothing but the pipes, its own session, every wall shut; then serve."""
    try:
        os.setsid()
        moved = [os.dup(end) for end in ends]
        high = [os.dup2(end, 200 + index, inheritable=False) for index, end in enumerate(moved)]
        os.dup2(status, 203, inheritable=False)
        null = os.open("/dev/null", os.O_RDONLY)
        for source, target in ((null, 0), (high[2], 1), (high[2], 2), (high[0], candidate.REQUESTS), (high[1], candidate.ANSWERS)):
            os.dup2(source, target)
        confine()
        os.closerange(5, 512)
    except BaseException as error:
        frames.send(203, b"F" + f"{type(error).__name__}: {error}".encode())
        os._exit(1)
    candidate.main(settings.scratch, data_bytes)
