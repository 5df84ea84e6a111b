"""The exact engine on all cores: one worker process per core, started when needed, replaced when it dies.

Theory of operation. Threads of one process do not scale (the runtime's memory maps share one lock in the kernel), processes do. A job goes to an idle
worker over pipes as length-prefixed JSON; nothing else crosses. A worker that dies (killed from outside, out of memory) costs its job one
retry on a fresh worker; dying twice is our failure, never the candidate's. After a job a worker makes its next interpreter, so the one that has
rested longest goes first: it is ready. The instruction limit ends every program, so the wall clock
is only a watchdog for what cannot happen.
"""

import json
import os
import subprocess
import sys
import threading
import time
from collections import deque
from pathlib import Path
from typing import IO, Any

from sparring.core.problem import JudgeError
from sparring.core.text import Message
from sparring.sandbox.exact.artifact import engine_id
from sparring.sandbox.exact.wire import Tree, outcome_of, receive, request_of, send
from sparring.sandbox.interface import Job, JobOutcome, Unreadable

WATCHDOG_SECONDS = 120.0
START_SECONDS = 300.0


class WorkerDiedError(Exception):
    """The worker went away in the middle of a job; `overdue` when the watchdog ended it."""

    def __init__(self, overdue: bool) -> None:
        super().__init__()
        self.overdue = overdue


class Worker:
    """One worker process and the pipes to it. Used by one thread at a time."""

    def __init__(self, folder: Path) -> None:
        command = [sys.executable, "-I", "-X", "utf8", "-m", "sparring.sandbox.exact.worker", str(folder)]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, close_fds=True, env=_environment()
        )
        self.deadline: float | None = None
        self._overdue = False
        answer = self._exchange(None, START_SECONDS)
        if "failure" in answer:
            self.close()
            raise JudgeError(Message(*answer["failure"]))

    @property
    def pid(self) -> int:
        """The process's id."""
        return self._process.pid

    def run(self, request: bytes, seconds: float) -> Tree:
        """The answer to a request; WorkerDiedError when none comes."""
        return self._exchange(request, seconds)

    def _exchange(self, request: bytes | None, seconds: float) -> Tree:
        source, target = self._pipes()
        self.deadline = time.monotonic() + seconds
        try:
            if request is not None:
                send(target, request)  # type: ignore[arg-type]
            frame = receive(source)  # type: ignore[arg-type]
        except (OSError, ValueError):
            frame = None
        finally:
            self.deadline = None
        if frame is None:
            self.close()
            raise WorkerDiedError(self._overdue)
        answer: Tree = json.loads(frame)
        return answer

    def _pipes(self) -> tuple[IO[bytes], IO[bytes]]:
        assert self._process.stdout is not None
        assert self._process.stdin is not None
        return self._process.stdout, self._process.stdin

    def check(self, now: float) -> None:
        """End the process if its job is overdue."""
        if self.deadline is not None and now > self.deadline:
            self._overdue = True
            self._process.kill()

    def close(self) -> None:
        """End the process and wait until it is gone."""
        self._process.kill()
        for pipe in self._pipes():
            try:
                pipe.close()
            except OSError:  # unsent bytes to a dead process
                continue
        self._process.wait()


class ExactPool:
    """A `Sandbox` of worker processes, safe to use from several threads.

    `folder` keeps the compiled component (owner-only); `workers` None means one per core; `watchdog` in seconds of wall time per job.
    """

    def __init__(self, folder: Path, workers: int | None = None, watchdog: float = WATCHDOG_SECONDS) -> None:
        self._folder = folder
        self._size = workers or os.cpu_count() or 1
        self._watchdog_seconds = watchdog
        self._free = threading.Semaphore(self._size)
        self._lock = threading.Lock()
        self._starting = threading.Lock()
        self._idle: deque[Worker] = deque()
        self._busy: set[Worker] = set()
        self._closed = threading.Event()
        self._watcher: threading.Thread | None = None

    @property
    def engine_id(self) -> str:
        """The id within which instruction counts are comparable."""
        return engine_id()

    @property
    def workers(self) -> int:
        """How many jobs run at once."""
        return self._size

    def run(self, job: Job) -> JobOutcome | Unreadable:
        """Run the job to its end. JudgeError when the worker died twice or the pool is closed."""
        request = json.dumps(request_of(job), ensure_ascii=True, separators=(",", ":")).encode("ascii")
        with self._free:
            for last in (False, True):
                worker = self._take()
                try:
                    answer = worker.run(request, self._watchdog_seconds)
                except WorkerDiedError as died:
                    self._forget(worker)
                    if last or died.overdue or self._closed.is_set():
                        raise self._failure(died) from died
                else:
                    self._give_back(worker)
                    break
        return outcome_of(answer, self.engine_id)

    def warm(self) -> None:
        """Start all workers now, instead of with the first jobs."""
        while self._lacks_workers():
            with self._free:
                self._give_back(self._start())

    def _lacks_workers(self) -> bool:
        with self._lock:
            self._check_open()
            return len(self._idle) + len(self._busy) < self._size

    def pids(self) -> list[int]:
        """The ids of the worker processes that are running now."""
        with self._lock:
            return [worker.pid for worker in (*self._idle, *self._busy)]

    def close(self) -> None:
        """Stop the workers; later calls raise JudgeError."""
        self._closed.set()
        with self._lock:
            workers, self._idle = [*self._idle, *self._busy], deque()
        for worker in workers:
            worker.close()
        if self._watcher is not None:
            self._watcher.join()

    def __enter__(self) -> "ExactPool":
        return self

    def __exit__(self, *_: Any) -> None:
        self.close()

    def _take(self) -> Worker:
        with self._lock:
            self._check_open()
            if self._idle:
                worker = self._idle.popleft()
                self._busy.add(worker)
                return worker
        return self._start()

    def _start(self) -> Worker:
        with self._starting:  # one at a time: the first may have to compile the component for all
            try:
                worker = Worker(self._folder)
            except WorkerDiedError as died:
                raise self._failure(died) from died
        with self._lock:
            if self._closed.is_set():
                worker.close()
                self._check_open()
            self._busy.add(worker)
            if self._watcher is None:
                self._watcher = threading.Thread(target=self._watch, name="exact-watchdog", daemon=True)
                self._watcher.start()
        return worker

    def _give_back(self, worker: Worker) -> None:
        with self._lock:
            self._busy.discard(worker)
            if not self._closed.is_set():
                self._idle.append(worker)
                return
        worker.close()

    def _forget(self, worker: Worker) -> None:
        with self._lock:
            self._busy.discard(worker)

    def _check_open(self) -> None:
        if self._closed.is_set():
            raise JudgeError(Message("sandbox.closed"))

    def _failure(self, died: WorkerDiedError) -> JudgeError:
        if self._closed.is_set():
            return JudgeError(Message("sandbox.closed"))
        return JudgeError(
            Message("sandbox.watchdog", {"seconds": self._watchdog_seconds}) if died.overdue else Message("sandbox.worker-died")
        )

    def _watch(self) -> None:
        while not self._closed.wait(min(1.0, self._watchdog_seconds / 4)):
            now = time.monotonic()
            with self._lock:
                busy = list(self._busy)
            for worker in busy:
                worker.check(now)


def _environment() -> dict[str, str]:
    """Workers inherit nothing but what their Python needs to start."""
    names = ("PATH", "SYSTEMROOT", "LD_LIBRARY_PATH", "HOME", "TMPDIR", "TEMP", "TMP")
    return {name: os.environ[name] for name in names if name in os.environ}
