"""Submissions a second on one core and on all."""

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from time import perf_counter

from sparring.judge.judge import Judge
from sparring.sandbox.exact import ExactPool
from sparring.usecases.app import App
from sparring.usecases.bench.figures import Bar, Measure, Measured

SHARE = 0.9
REPEATS = 5


def measure(app: App, rounds: int) -> Measured:
    """The best of some alternating runs each, so that what else the machine does bears on both alike.

    One core means one for everything: what reads and compares results beside the worker would else have the others for itself.
    """
    allowed = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else None
    cores = len(allowed) if allowed else os.cpu_count() or 1
    app.engine  # noqa: B018 - compiled, if need be, before anything is timed
    best = {1: 0.0, cores: 0.0}
    for _ in range(REPEATS):
        for workers in best:
            with _on(allowed, workers):
                best[workers] = max(best[workers], _a_second(app, workers, max(rounds // REPEATS, 20)))
    share = best[cores] / (best[1] * cores)
    rows = [{"workers": workers, "submissions a second": round(value, 1)} for workers, value in best.items()]
    met = share >= SHARE if cores > 1 else None
    return Measured(rows, (Bar("share of linear in cores", f"{share:.2f}", f">= {SHARE}", met),))


@contextmanager
def _on(allowed: set[int] | None, cores: int) -> Iterator[None]:
    """Keep this thread, and the threads and processes that it starts, on so many of the allowed cores; nothing where a system has no affinities."""
    if allowed is None:
        yield
        return
    os.sched_setaffinity(0, sorted(allowed)[:cores])
    try:
        yield
    finally:
        os.sched_setaffinity(0, allowed)


def _a_second(app: App, workers: int, rounds: int) -> float:
    exercise = app.exercise("shortest-path")
    files = {"solution.py": exercise.spec.reference}
    with ExactPool(app.cache, workers=workers) as pool:
        pool.warm()
        judge = Judge(pool)

        def submit(_: int) -> None:
            judge.cases(files, "solution.py", exercise.spec.script, exercise.budget)

        with ThreadPoolExecutor(2 * workers) as threads:
            list(threads.map(submit, range(2 * workers)))
            started = perf_counter()
            list(threads.map(submit, range(rounds)))
            return rounds / (perf_counter() - started)


MEASURE = Measure("throughput", "Submissions a second", "one core", measure, 1000, "submissions")
