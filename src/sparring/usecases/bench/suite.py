"""A submission of tests, judged: twelve tests against sixty wrong versions of a module, beside right ones, on engines that are warm."""

import os
import statistics
from random import Random
from time import perf_counter

from sparring.judge.mutants import Mutant, Subject, decoys, judge_suite, mutants, read_suite
from sparring.sandbox.exact import ExactPool
from sparring.usecases.app import App
from sparring.usecases.bench.figures import Bar, Measure, Measured
from sparring.usecases.bench.mutants import used_by
from sparring.usecases.bench.peers import ROOT

TESTS, VARIANTS, BAR = 12, 60, 1.5
WORK = ROOT / "bench" / "work" / "mutants"
NAME = "classics"


def measure(app: App, rounds: int) -> Measured:
    """Seconds from the suite to its verdict, `rounds` times on all cores; each time the right versions stand in other places."""
    app.engine  # noqa: B018 - compiled, if need be, before anything is timed
    source = (WORK / f"{NAME}.py").read_text("utf-8")
    suite = read_suite({f"test_{NAME}.py": (WORK / f"test_{NAME}.py").read_text("utf-8")})
    variants = _variants(source)
    workers = os.cpu_count() or 1
    walls, cpus, killed = [], [], set()
    with ExactPool(app.cache, workers=workers) as pool:
        pool.warm()
        for number in range(rounds + 1):
            began, used = perf_counter(), used_by(pool)
            report = judge_suite(pool, Subject(f"{NAME}.py", source), suite, variants, decoys(source), Random(number), workers)
            walls.append(perf_counter() - began)
            cpus.append(used_by(pool) - used)
            killed.add(len(report.killed))
    walls, cpus = walls[1:], cpus[1:]  # the first one compiles the stage
    p50 = statistics.median(walls)
    rows = [
        {
            "tests": len(report.tests),
            "variants": len(report.judged),
            "killed": len(report.killed),
            "p50 s": round(p50, 2),
            "p95 s": round(_p95(walls), 2),
        }
        | {"cpu s p50": round(statistics.median(cpus), 2), "cores": workers}
    ]
    bars = (
        Bar(
            "tests and variants",
            f"{len(report.tests)} and {len(report.judged)}",
            f"{TESTS} and {VARIANTS}",
            _whole(len(report.tests), len(report.judged)),
        ),
        Bar("to the verdict, seconds, p50", f"{p50:.2f}", f"<= {BAR}", p50 <= BAR),
        Bar("kills the same in every round", str(sorted(killed)), "one number", len(killed) == 1),
    )
    return Measured(
        rows,
        bars,
        "Right versions of the module are judged beside the wrong ones. Seconds of the processor are less moved by what else the machine does.",
    )


def _whole(tests: int, variants: int) -> bool:
    return (tests, variants) == (TESTS, VARIANTS)


def _p95(values: list[float]) -> float:
    return statistics.quantiles(values, n=20)[-1] if len(values) > 1 else values[0]


def _variants(source: str) -> tuple[Mutant, ...]:
    """Sixty mutants: the module's own, then such with two changes."""
    found = list(mutants(source))
    for first in tuple(found):
        if len(found) >= VARIANTS:
            break
        other = next(
            (each for each in mutants(first.source) if each.line > first.line and each.source not in {one.source for one in found}), None
        )
        if other is not None:
            found.append(
                Mutant(f"{first.id}+{other.id}", other.source, first.line, (first.line, other.lines[1]), other.operator, other.diff)
            )
    return tuple(found[:VARIANTS])


MEASURE = Measure("suite", "A suite of twelve tests judged on sixty variants", "itself", measure, 9, "rounds")
