"""The native engine: warm zygotes per package set, taken by one job at a time."""

import platform
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from sparring.core.problem import JudgeError
from sparring.core.text import Message
from sparring.sandbox.interface import Job, JobOutcome, StepOutcome, Unreadable
from sparring.sandbox.native import wall
from sparring.sandbox.native.packages import PLAIN, PackageSet
from sparring.sandbox.native.process import Launcher, ZygoteDiedError, ZygoteProcess
from sparring.sandbox.native.runner import Run
from sparring.sandbox.native.tier import Tier, found

T = TypeVar("T")


def _box() -> "tempfile.TemporaryDirectory[str]":
    """A folder with an empty one in it, over which every candidate mounts its own scratch; nothing is ever written into it."""
    folder = tempfile.TemporaryDirectory(prefix="sparring-box-")
    Path(folder.name).chmod(0o755)
    (Path(folder.name) / "home").mkdir(mode=0o755)
    return folder


class NativeSandbox:
    """A `Sandbox` of real CPython, safe to use from several threads.

    `packages`: what the candidates run on; `workers`: how many at once; `tier`: how they are confined (None: the best that this machine gives).
    JudgeError when this machine gives no confinement at all.
    """

    def __init__(self, packages: PackageSet = PLAIN, workers: int = 2, tier: Tier | None = None) -> None:
        self.tier = tier or found()
        if not self.tier.confined:
            raise JudgeError(Message("native.no-namespaces"))
        self._packages = packages
        self._free = threading.Semaphore(workers)
        self._lock = threading.Lock()
        self._launcher = Launcher()
        self._idle: list[ZygoteProcess] = []
        self._all: set[ZygoteProcess] = set()
        self._folder = None if self.tier.outer else _box()
        self._closed = False

    @property
    def engine_id(self) -> str:
        """Kind of engine, machine, tier and interpreter; seconds are comparable within one machine only."""
        return f"native-{platform.machine()}-{self.tier.name}"

    @property
    def protections(self) -> tuple[str, ...]:
        """What candidates are confined by, tested when the engine was looked for."""
        return self.tier.protections

    def run(self, job: Job) -> JobOutcome | Unreadable:
        """Run the job to its end. JudgeError when the zygote died twice or the engine is closed."""
        return self._twice(job, Run.outcome)

    def run_suite(self, job: Job, framework: str) -> StepOutcome | Unreadable:
        """Run the test suite among the job's files; the report is the step's value, and is to be counted by `suites`."""
        return self._twice(job, lambda run: run.suite(framework))

    def _twice(self, job: Job, action: Callable[[Run], T]) -> T:
        for last in (False, True):
            try:
                with self.zygote() as zygote:
                    return action(Run(zygote, job, self.engine_id))
            except ZygoteDiedError as died:
                if last or died.overdue or self._closed:
                    raise JudgeError(Message("sandbox.closed" if self._closed else "sandbox.worker-died")) from died
        raise AssertionError

    @contextmanager
    def zygote(self) -> Iterator[ZygoteProcess]:
        """A zygote for one user; its candidate is ended afterwards. A zygote that failed is not used again."""
        with self._free:
            zygote = self._take()
            try:
                yield zygote
                zygote.tell(b"K")
            except BaseException:
                self._forget(zygote)
                raise
            self._give_back(zygote)

    def warm(self, count: int = 1) -> None:
        """Start zygotes now, instead of with the first jobs."""
        for zygote in [self._take() for _ in range(count)]:
            self._give_back(zygote)

    def settle(self, seconds: float = 30.0) -> None:
        """Wait until nothing of the last jobs is left and every idle zygote's next candidate waits."""
        with self._lock:
            idle = list(self._idle)
        for zygote in idle:
            zygote.ask(b"Q", seconds)

    def pids(self) -> list[int]:
        """The ids of the zygotes' outermost processes."""
        with self._lock:
            return sorted(zygote.pid for zygote in self._all)

    def close(self) -> None:
        """End everything; later calls raise JudgeError."""
        with self._lock:
            self._closed = True
            running, self._all, self._idle = self._all, set(), []
        for zygote in running:
            zygote.close()
        self._launcher.close()
        if self._folder is not None:
            self._folder.cleanup()

    def __enter__(self) -> "NativeSandbox":
        return self

    def __exit__(self, *_: Any) -> None:
        self.close()

    def _take(self) -> ZygoteProcess:
        with self._lock:
            if self._closed:
                raise JudgeError(Message("sandbox.closed"))
            if self._idle:
                return self._idle.pop()
        zygote = self._start()
        with self._lock:
            self._all.add(zygote)
        return zygote

    def _start(self) -> ZygoteProcess:
        settings = wall.settings_for(
            self._packages, seccomp="seccomp" in self.tier.protections, landlock="landlock" in self.tier.protections
        )
        if self._folder is not None:
            settings = wall.without_wall(settings, self._folder.name)
        return self._launcher.start(wall.command(self._packages, settings, self.tier.outer), wall.environment(settings.scratch))

    def _give_back(self, zygote: ZygoteProcess) -> None:
        with self._lock:
            if zygote in self._all or not self._closed:
                self._idle.append(zygote)

    def _forget(self, zygote: ZygoteProcess) -> None:
        with self._lock:
            self._all.discard(zygote)
        zygote.close()
