"""The same submission again and again: one verdict, one count, also when every core is busy."""

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

from sparring.core.answer import Answer, Code
from sparring.core.codec import dump
from sparring.usecases.app import App
from sparring.usecases.bench.figures import Bar, Measure, Measured, Row

SPIN = "while True: sum(range(10_000))"


WHOLE = 50
"""One in so many is graded in full, growth included; the others run the cases, which is where another judge would differ from itself."""

Differences = tuple[Counter[str], Counter[str]]


def measure(app: App, rounds: int) -> Measured:
    """Half of the rounds on the machine as it is, half with a busy process on every core."""
    idle = told_apart(app, rounds // 2)
    with busy(os.cpu_count() or 1):
        loaded = told_apart(app, rounds - rounds // 2)
    rows: list[Row] = [_row("as it is", idle), _row("busy", loaded)]
    reports, verdicts = (first + second for first, second in zip(idle, loaded, strict=True))
    alike = [max(counts.values()) for counts in (reports, verdicts)]
    totals = [reports.total(), verdicts.total()]
    bars = [
        Bar(what, f"{same} of {total}", "all", same == total)
        for what, same, total in zip(("identical results and counts", "identical verdicts, growth included"), alike, totals, strict=True)
    ]
    return Measured(rows, bars)


def _row(name: str, found: Differences) -> Row:
    reports, verdicts = found
    return {
        "machine": name,
        "runs": reports.total(),
        "unlike the others": _unlike(reports),
        "whole verdicts": verdicts.total(),
        "of these unlike the others": _unlike(verdicts),
    }


def _unlike(counts: Counter[str]) -> int:
    """How many came out otherwise than most: 0 where all are the same."""
    return counts.total() - max(counts.values(), default=0)


def told_apart(app: App, rounds: int) -> Differences:
    """How often each different report (with its counts), and each different verdict with its evidence, came out of `rounds` gradings of one answer."""
    exercise = app.exercise("shortest-path")
    answer = Answer(exercise.id, {"solution": Code({"solution.py": exercise.spec.reference})})
    kind, tools = app.kind(exercise), app.tools

    def report(_: int) -> str:
        return repr(tools.judge.cases(answer.code().files, "solution.py", exercise.spec.script, exercise.budget))

    with ThreadPoolExecutor(4) as threads:
        reports = Counter(threads.map(report, range(rounds)))
        verdicts = Counter(threads.map(lambda _: repr(dump(kind.run(exercise, answer, tools))), range(max(2, rounds // WHOLE))))
    return reports, verdicts


@contextmanager
def busy(cores: int) -> Iterator[None]:
    """Keep so many cores busy."""
    spinning = [subprocess.Popen([sys.executable, "-c", SPIN]) for _ in range(cores)]
    try:
        yield
    finally:
        for process in spinning:
            process.kill()
            process.wait()


MEASURE = Measure("same", "The same submission, the same verdict and count", "itself", measure, 1000, "gradings")
