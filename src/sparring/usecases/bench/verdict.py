"""Submission to verdict beside `python -m pytest` on the same cases."""

import ast
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path
from time import perf_counter

from sparring.judge.script import Script
from sparring.usecases.app import App
from sparring.usecases.bench.figures import Bar, Measure, Measured

CASES, BAR = 12, 40


def measure(app: App, rounds: int) -> Measured:
    """Milliseconds from submission to verdict through the judge, warm, 12 cases, and of `python -m pytest` on the same cases."""
    exercise = app.exercise("shortest-path")
    spec = exercise.spec
    script = replace(spec.script, cases=spec.script.cases[:CASES])
    files = {"solution.py": spec.reference}

    def submit() -> None:
        report = app.judge.cases(files, "solution.py", script, exercise.budget, spec.checker)
        assert not getattr(report, "failed", True), report

    app.warm()
    for _ in range(5):
        submit()
    ours = timed(submit, rounds)
    with tempfile.TemporaryDirectory() as folder:
        write_suite(Path(folder), app, exercise.name, script)
        theirs = pytest_times(Path(folder), max(5, rounds // 20))
    ratio, tail = theirs["p50_ms"] / ours["p50_ms"], ours["p95_ms"] / ours["p50_ms"]
    bars = (
        Bar("pytest's median over ours", f"{ratio:.1f}", f">= {BAR}", ratio >= BAR),
        Bar("p95 over p50, on an idle machine", f"{tail:.2f}", "<= 2", tail <= 2),
    )
    note = f"Peer: pytest {version('pytest')}, a process for each run, without plugins and cache; ours warm, with its workers started."
    return Measured(({"judge": "sparring", **ours}, {"judge": "pytest", **theirs}), bars, note)


def timed(action: Callable[[], object], rounds: int) -> dict[str, float]:
    """The median and the 95th percentile of `rounds` runs, in milliseconds."""
    times = []
    for _ in range(rounds):
        started = perf_counter()
        action()
        times.append((perf_counter() - started) * 1000)
    return {"p50_ms": round(percentile(times, 0.5), 3), "p95_ms": round(percentile(times, 0.95), 3), "n": rounds}


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which `share` of the values lie (nearest rank)."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def write_suite(folder: Path, app: App, name: str, script: Script | None = None) -> None:
    """The exercise `name` of the first pack as a pytest suite: its own case file, cut to the cases of `script` if there is one, and its reference."""
    exercise = app.exercise(name)
    source = (app.packs[0] / "exercises" / exercise.kind / exercise.name / "cases.py").read_text(encoding="utf-8")
    header = "from pytest import approx, raises\nfrom solution import *\n"
    (folder / "test_solution.py").write_text(header + (_cut(source, script) if script else source), encoding="utf-8")
    (folder / "solution.py").write_text(exercise.spec.reference, encoding="utf-8")


def _cut(source: str, script: Script) -> str:
    tree = ast.parse(source)
    keep = {f"test_{case.name}" for case in script.cases}
    tree.body = [
        node for node in tree.body if not isinstance(node, ast.FunctionDef) or node.name in keep or not node.name.startswith("test")
    ]
    return ast.unparse(tree)


def pytest_times(folder: Path, rounds: int) -> dict[str, float]:
    """Milliseconds of `python -m pytest` on the suite in `folder`, without plugins and cache."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "test_solution.py"]
    alone = {**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    return timed(lambda: subprocess.run(command, cwd=folder, check=True, capture_output=True, env=alone), rounds)


MEASURE = Measure("verdict", "From submission to verdict", "`python -m pytest` on the same 12 cases", measure, 200, "submissions")
