"""Honest, wrong and hostile submissions from several threads on both engines, while workers are killed: every status right, nothing lost, nothing left.

What the threads submit, and after which submission which worker is killed, is drawn from one seed; only the interleaving is the machine's. A job whose worker died twice is our
failure and is asked again, as `finish_waiting` does after a crash; a submission without a status in the end is lost.
"""

import os
import signal
import tempfile
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from random import Random

from sparring.core.problem import JudgeError
from sparring.sandbox.exact import ExactPool
from sparring.sandbox.hostile import HONEST, WRONG, Engine, job, programs, status
from sparring.sandbox.interface import Job, Sandbox
from sparring.sandbox.native import PLAIN, NativeSandbox
from sparring.usecases.app import App
from sparring.usecases.bench.figures import Bar, Measure, Measured, Row

THREADS, SEED = 8, 20261123
KILL_EVERY, TRIES = 50, 4
WARM_UP = 0.2
"""The share of submissions after which memory is first looked at: caches have filled by then."""

MOST_GROWTH = 24 << 20
"""Bytes of resident memory by which the program itself may differ between the first look and the last: what the allocator keeps."""


@dataclass(frozen=True, slots=True)
class Submission:
    """One thing to submit and the statuses that are right for it."""

    kind: str
    engine: Engine
    job: Job
    right: tuple[str, ...]


class Soak:
    """A soak under way: counts what came out. `killing`: after every so many submissions a worker is killed; 0 never."""

    def __init__(self, engines: dict[Engine, ExactPool | NativeSandbox], killing: int = KILL_EVERY) -> None:
        self._engines = engines
        self._killing = killing
        self._lock = threading.Lock()
        self._chance = Random(SEED)
        self.done = self.killed = self.again = 0
        self.counts: Counter[tuple[str, str]] = Counter()
        self.wrong: list[str] = []

    def submit(self, submission: Submission) -> None:
        """Run one submission to its status and note it."""
        got = self._status(self._engines[submission.engine], submission.job)
        with self._lock:
            self.done += 1
            self.counts[submission.engine, submission.kind] += 1
            if got not in submission.right:
                self.wrong.append(f"{submission.engine} {submission.kind}: {got or 'lost'}")
            if self._killing and self.done % self._killing == 0:
                self._kill()

    def _status(self, sandbox: Sandbox, asked: Job) -> str:
        for _ in range(TRIES):
            try:
                return status(sandbox.run(asked))
            except JudgeError:
                with self._lock:
                    self.again += 1
        return ""

    def _kill(self) -> None:
        pids = [pid for engine in self._engines.values() for pid in engine.pids()]
        if not pids:
            return
        try:
            os.kill(self._chance.choice(pids), signal.SIGTERM if os.name == "nt" else signal.SIGKILL)
            self.killed += 1
        except ProcessLookupError:
            pass


def submissions(count: int, engines: Sequence[Engine]) -> Iterator[Submission]:
    """Half honest, a quarter wrong, a quarter hostile; the engines in turns. Programs that run into a time limit come once in a hundred: they take seconds each."""
    chance = Random(SEED)
    for number in range(count):
        engine = engines[number % len(engines)]
        kind = chance.choices(("honest", "wrong", "hostile"), (2, 1, 1))[0]
        if kind == "honest":
            yield Submission(kind, engine, job(HONEST, engine), ("passed",))
        elif kind == "wrong":
            yield Submission(kind, engine, job(WRONG, engine), ("wrong-answer",))
        else:
            slow = chance.random() < 0.01
            chosen = chance.choice([p for p in programs() if ("time-limit" in p.right[engine]) == slow])
            yield Submission(chosen.name, engine, chosen.job(engine), chosen.right[engine])


def measure(app: App, rounds: int) -> Measured:
    """`rounds` submissions. Without a native engine all of them go to the exact one."""
    app.engine  # noqa: B018 - compiled, if need be, before anything starts
    with _own_scratch():
        before = _left()
        with _engines(app) as engines:
            soak = Soak(engines)
            looked = _run(soak, list(submissions(rounds, list(engines))))
            ids = ", ".join(engine.engine_id for engine in engines.values())
        after = _left()
    return Measured(
        _rows(soak),
        _bars(soak, rounds, looked, before, after),
        f"Engines: {ids}. Seed {SEED}, {THREADS} threads, a worker killed after every {KILL_EVERY}.",
    )


@contextmanager
def _own_scratch() -> Iterator[None]:
    """A folder for scratch that nobody else uses meanwhile: what another program of ours keeps in the common one was not left by this."""
    usual = tempfile.tempdir
    with tempfile.TemporaryDirectory() as folder:
        tempfile.tempdir = folder
        try:
            yield
        finally:
            tempfile.tempdir = usual


@contextmanager
def _engines(app: App) -> Iterator[dict[Engine, ExactPool | NativeSandbox]]:
    with ExitStack() as stack:
        exact = stack.enter_context(ExactPool(app.cache))
        engines: dict[Engine, ExactPool | NativeSandbox] = {"exact": exact}
        try:
            native = NativeSandbox(PLAIN, workers=os.cpu_count() or 1)
        except JudgeError:
            pass
        else:
            engines["native"] = stack.enter_context(native)
        yield engines


def _run(soak: Soak, todo: Sequence[Submission]) -> tuple[int, int]:
    """Resident bytes of this process after the warm-up and at the end."""
    first = int(len(todo) * WARM_UP)
    with ThreadPoolExecutor(THREADS) as threads:
        list(threads.map(soak.submit, todo[:first]))
        warm = _resident()
        list(threads.map(soak.submit, todo[first:]))
    return warm, _resident()


Left = dict[str, int]


def _left() -> Left:
    """What a submission could leave behind: processes, descriptors, threads, files and folders in the scratch."""
    descriptors, tasks = Path("/proc/self/fd"), Path("/proc/self/task")
    children = [pid for task in tasks.glob("*/children") for pid in task.read_text().split()] if tasks.exists() else []
    return {
        "processes": len(children),
        "descriptors": len(list(descriptors.iterdir())) if descriptors.exists() else 0,
        "threads": threading.active_count(),
        "scratch": len(list(Path(tempfile.gettempdir()).iterdir())),
    }


def _resident() -> int:
    """Resident bytes of this process; 0 where the kernel does not tell."""
    path = Path("/proc/self/statm")
    return int(path.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") if path.exists() else 0


def _rows(soak: Soak) -> list[Row]:
    found: list[Row] = []
    for engine in sorted({engine for engine, _ in soak.counts}):
        kinds = {kind: count for (name, kind), count in soak.counts.items() if name == engine}
        hostile = sum(count for kind, count in kinds.items() if kind not in ("honest", "wrong"))
        different = len(kinds.keys() - {"honest", "wrong"})
        found.append(
            {
                "engine": engine,
                "honest": kinds.get("honest", 0),
                "wrong": kinds.get("wrong", 0),
                "hostile": hostile,
                "different programs": different,
            }
        )
    return found


def _bars(soak: Soak, rounds: int, looked: tuple[int, int], before: Left, after: Left) -> list[Bar]:
    right = soak.done - len(soak.wrong)
    growth = looked[1] - looked[0]
    left = {name: after[name] - before[name] for name in before}
    wrong = f" ({'; '.join(sorted(set(soak.wrong))[:5])})" if soak.wrong else ""
    return [
        Bar("right statuses", f"{right} of {rounds}{wrong}", "all", right == rounds),
        Bar("workers killed; jobs asked again", f"{soak.killed}; {soak.again}", "none lost", soak.done == rounds),
        Bar("left behind", ", ".join(f"{count} {name}" for name, count in left.items()), "0", all(count <= 0 for count in left.values())),
        Bar("growth of memory, MB", f"{growth / 2**20:.1f}", f"<= {MOST_GROWTH >> 20}", growth <= MOST_GROWTH),
    ]


MEASURE = Measure("soak", "Mixed submissions while workers are killed", "their right statuses", measure, 10_000, "submissions")
