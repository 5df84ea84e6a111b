"""Mutants judged a second, ours beside mutmut and cosmic-ray, on the same modules and suites."""

import os
from collections.abc import Iterator
from pathlib import Path
from random import Random
from time import perf_counter

from sparring.judge.mutants import Subject, decoys, judge_suite, mutants, read_suite
from sparring.sandbox.exact import ExactPool
from sparring.usecases.app import App
from sparring.usecases.bench.figures import Bar, Measure, Measured, Row
from sparring.usecases.bench.peers import ROOT, Peers

TIMES = 10.0
REPEATS = 5
PEERS = {"mutmut": "mutants_mutmut.py", "cosmic-ray": "mutants_cosmic_ray.py"}
WORK = "SPARRING_BENCH_WORK"


def measure(app: App, rounds: int) -> Measured:
    """Every pair of the work's folder: ours on all cores (the best of some runs), each peer once for at most `rounds` seconds."""
    app.engine  # noqa: B018 - compiled, if need be, before anything is timed
    rows: list[Row] = []
    with Peers(app.cache) as peers:
        versions = peers.versions(*PEERS)
        for name, source, tests in _work():
            rows.append(_ours(app, name, source, tests))
            for peer, script in PEERS.items():
                told = peers.ask(script, {"name": name, "source": source, "tests": tests, "seconds": rounds}, rounds + 60)
                rows.append(_row(name, peer, **(told or {"mutants": 0, "killed": 0, "seconds": 0.0, "cpu": 0.0})))
    note = (
        f"Peers: {versions}, from their own packages; mutmut with a process for each core, cosmic-ray with its local distributor, each for at most "
        f"{rounds} s, all with the time that they take to start. Each makes mutants of its own choice. Ours judges three right versions of the module "
        "beside them. Seconds of the processor are less moved by what else the machine does."
    )
    return Measured(rows, tuple(_bars(rows)), note)


def _work() -> Iterator[tuple[str, str, str]]:
    folder = Path(os.environ.get(WORK) or ROOT / "bench" / "work" / "mutants")
    for path in sorted(folder.glob("test_*.py")):
        name = path.stem.removeprefix("test_")
        yield name, (folder / f"{name}.py").read_text("utf-8"), path.read_text("utf-8")


def _ours(app: App, name: str, source: str, tests: str) -> Row:
    suite = read_suite({f"test_{name}.py": tests})
    best: Row = {}
    workers = os.cpu_count() or 1
    with ExactPool(app.cache, workers=workers) as pool:
        pool.warm()
        for number in range(REPEATS):
            began, used = perf_counter(), used_by(pool)
            report = judge_suite(pool, Subject(f"{name}.py", source), suite, mutants(source), decoys(source), Random(number), workers)
            seconds, cpu = perf_counter() - began, used_by(pool) - used
            row = _row(name, "sparring", len(report.judged), len(report.killed), seconds, cpu)
            best = max(best or row, row, key=lambda each: float(each["a second"] or 0))
    return best


def used_by(pool: ExactPool) -> float:
    """Seconds of the processor that this process and the workers have used."""
    return sum(os.times()[:2]) + sum(_used(pid) for pid in pool.pids())


def _used(pid: int) -> float:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    except OSError:  # no such file system: what the workers used is not known
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _row(name: str, judge: str, mutants: int, killed: int, seconds: float, cpu: float) -> Row:
    a_second, a_cpu_second = (round(mutants / taken, 1) if taken else 0.0 for taken in (seconds, cpu))
    told = {"mutants": mutants, "killed": killed, "seconds": round(seconds, 2), "cpu seconds": round(cpu, 2)}
    return {"module": name, "judge": judge, **told, "a second": a_second, "a cpu second": a_cpu_second}


def _bars(rows: list[Row]) -> Iterator[Bar]:
    """Against the faster peer, which is mutmut by far: where one of them judged nothing there is nothing to compare."""
    for name in dict.fromkeys(row["module"] for row in rows):
        ours, *theirs = [row for row in rows if row["module"] == name]
        idle = [str(row["judge"]) for row in theirs if not row["mutants"]]
        for unit in ("a second", "a cpu second"):
            peer = 0.0 if idle else max((float(row[unit] or 0) for row in theirs), default=0.0)
            times = float(ours[unit] or 0) / peer if peer else None
            found = f"{times:.1f} times" if times else f"{', '.join(idle) or 'no peer'} judged nothing"
            yield Bar(f"{name}: mutants {unit}", found, f">= {TIMES:.0f} times the faster peer", times >= TIMES if times else None)


MEASURE = Measure("mutants", "Mutants judged a second", "mutmut and cosmic-ray", measure, 120, "seconds a peer")
