"""Everything that the core pack claims, proved: first what runs code, then the rest; then all of it again from what is kept."""

from collections.abc import Sequence
from pathlib import Path
from time import perf_counter

from sparring.sandbox.exact import ExactPool
from sparring.usecases.app import App
from sparring.usecases.bench.figures import Bar, Measure, Measured, Row
from sparring.usecases.bench.mutants import used_by
from sparring.usecases.packs import Checked, check_pack

CORE = "core"
CODE, COLD, WARM = 120.0, 1200.0, 5.0
"""Seconds for what runs code in the exact engine, for everything, and for everything again."""


def measure(app: App, rounds: int) -> Measured:
    """Seconds for each pass over the whole pack: everything anew in two passes, then `rounds` - 1 times from what is kept."""
    app.trust_packs = True  # the program's own pack, as `pack check` proves it: some claims are shown on this machine's interpreters
    pack: Path = app.packs[0]
    there = {exercise.name: exercise for exercise in app.library.exercises.values() if exercise.pack == CORE}
    code = {name for name, exercise in there.items() if exercise.can_run and exercise.engine == "exact"}
    rest = there.keys() - code
    rows, found = [], []
    for name, only in (("runs code, cold", sorted(code)), ("the rest, cold", sorted(rest))):
        row, checked = _pass(app, pack, name, only)
        rows.append(row)
        found.append(checked)
    rows += [_pass(app, pack, "all, warm", (), anew=False)[0] for _ in range(rounds - 1)]
    exact, everything = float(rows[0]["seconds"] or 0), sum(float(row["seconds"] or 0) for row in rows[:2])
    warm = min((float(row["seconds"] or 0) for row in rows[2:]), default=None)
    proved = sum(not problems for checked in found for problems in checked.exercises.values())
    bars = (
        Bar("exercises proved", f"{proved} of {len(there)}", "all", all(checked.ok for checked in found)),
        Bar("cold, exact kinds, seconds", f"{exact:.1f}", f"<= {CODE:.0f}", exact <= CODE),
        Bar("cold, everything, seconds", f"{everything:.1f}", f"<= {COLD:.0f}", everything <= COLD),
        Bar("warm, seconds", "-" if warm is None else f"{warm:.1f}", f"<= {WARM:.0f}", None if warm is None else warm <= WARM),
    )
    wrong = sorted(name for checked in found for name, problems in checked.exercises.items() if problems)
    unproved = f"Not proved: {', '.join(wrong)}. " if wrong else ""
    return Measured(
        rows,
        bars,
        f"{unproved}Seconds of the processor are those of this process and its engine's workers, less moved by what else the machine does.",
    )


def _pass(app: App, pack: Path, name: str, only: Sequence[str], *, anew: bool = True) -> tuple[Row, Checked]:
    began, used = perf_counter(), _used(app)
    checked = check_pack(app, pack, only, anew=anew)
    row: Row = {
        "pass": name,
        "exercises": len(checked.exercises),
        "seconds": round(perf_counter() - began, 2),
        "cpu seconds": round(_used(app) - used, 2),
    }
    return row, checked


def _used(app: App) -> float:
    return used_by(app.engine) if isinstance(app.engine, ExactPool) else 0.0


MEASURE = Measure("content", "The whole content proved", "itself", measure, 2, "runs")
