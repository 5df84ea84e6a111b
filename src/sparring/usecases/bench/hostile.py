"""Programs and test suites that mean harm: right status, and an honest submission right after each."""

from collections.abc import Iterator
from contextlib import closing

from sparring.core.problem import JudgeError
from sparring.judge.mutants import hostile as suites
from sparring.sandbox.hostile import HONEST, Engine, job, programs, status
from sparring.sandbox.interface import Sandbox
from sparring.sandbox.native import PLAIN, NativeSandbox
from sparring.usecases.app import App
from sparring.usecases.bench.figures import Bar, Measure, Measured, Row


def measure(app: App, rounds: int) -> Measured:
    """Every program on both engines and every suite, or the first `rounds` of each; integrity comes first."""
    rows = [_engine("exact", app.engine, rounds), _suites(app.engine, rounds)]
    note = ""
    try:
        with closing(NativeSandbox(PLAIN, workers=1)) as native:
            rows.append(_engine("native", native, rounds))
    except JudgeError as error:
        note = f"No native engine on this machine: {error.saying}"
    wrong = sum(len([name for name in str(row["wrong"]).split(", ") if name]) for row in rows) + sum(
        int(str(row["honest ones refused"])) for row in rows
    )
    total = sum(int(str(row["programs"])) for row in rows)
    return Measured(rows, (Bar("contained, with the right status", f"{total - wrong} of {total}", "all", wrong == 0),), note)


def _engine(engine: Engine, sandbox: Sandbox, rounds: int) -> Row:
    integrity = sum(program.integrity for program in programs()[:rounds])
    return _row(sandbox.engine_id, list(_judged(engine, sandbox, rounds)), integrity)


def _suites(sandbox: Sandbox, rounds: int) -> Row:
    """Suites that would have their kills of mutants believed: all of them are after a verdict."""
    anybody = suites.without_assertions(sandbox)
    judged = [
        (suite.name, suites.status(suites.judged(sandbox, suite.source), anybody) in suite.right, suites.honest(sandbox))
        for suite in suites.hostile_suites()[:rounds]
    ]
    return _row(f"{sandbox.engine_id}, test suites", judged, len(judged))


def _row(engine: str, judged: list[tuple[str, bool, bool]], integrity: int) -> Row:
    wrong = [name for name, right, _ in judged if not right]
    honest = sum(not after for *_, after in judged)
    told: Row = {"engine": engine, "programs": len(judged), "after a verdict": integrity}
    return {**told, "wrong": ", ".join(wrong), "honest ones refused": honest}


def _judged(engine: Engine, sandbox: Sandbox, rounds: int) -> Iterator[tuple[str, bool, bool]]:
    for program in programs()[:rounds]:
        right = status(sandbox.run(program.job(engine))) in program.right[engine]
        yield program.name, right, status(sandbox.run(job(HONEST, engine))) == "passed"


MEASURE = Measure("hostile", "Programs that mean harm", "their right statuses", measure, 1_000_000, "programs")
