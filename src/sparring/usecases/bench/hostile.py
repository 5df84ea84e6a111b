"""Programs that mean harm: right status, and an honest submission right after each."""

from collections.abc import Iterator
from contextlib import closing

from sparring.core.problem import JudgeError
from sparring.sandbox.hostile import HONEST, Engine, job, programs, status
from sparring.sandbox.interface import Sandbox
from sparring.sandbox.native import PLAIN, NativeSandbox
from sparring.usecases.app import App
from sparring.usecases.bench.figures import Bar, Measure, Measured, Row


def measure(app: App, rounds: int) -> Measured:
    """Every program on both engines, or the first `rounds` of them; integrity comes first."""
    rows = [_engine("exact", app.engine, rounds)]
    note = ""
    try:
        with closing(NativeSandbox(PLAIN, workers=1)) as native:
            rows.append(_engine("native", native, rounds))
    except JudgeError as error:
        note = f"No native engine on this machine: {error.saying}"
    wrong = sum(len(str(row["wrong"]).split()) for row in rows) + sum(int(str(row["honest ones refused"])) for row in rows)
    total = sum(int(str(row["programs"])) for row in rows)
    return Measured(rows, (Bar("contained, with the right status", f"{total - wrong} of {total}", "all", wrong == 0),), note)


def _engine(engine: Engine, sandbox: Sandbox, rounds: int) -> Row:
    judged = list(_judged(engine, sandbox, rounds))
    wrong = [name for name, right, _ in judged if not right]
    honest = sum(not after for *_, after in judged)
    integrity = sum(program.integrity for program in programs()[:rounds])
    told: Row = {"engine": sandbox.engine_id, "programs": len(judged), "after a verdict": integrity}
    return {**told, "wrong": " ".join(wrong), "honest ones refused": honest}


def _judged(engine: Engine, sandbox: Sandbox, rounds: int) -> Iterator[tuple[str, bool, bool]]:
    for program in programs()[:rounds]:
        right = status(sandbox.run(program.job(engine))) in program.right[engine]
        yield program.name, right, status(sandbox.run(job(HONEST, engine))) == "passed"


MEASURE = Measure("hostile", "Programs that mean harm", "their right statuses", measure, 1_000_000, "programs")
