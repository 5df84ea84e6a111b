"""Why nothing can be said of a suite: named from how its rehearsal ended."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from sparring.core.problem import JudgeError
from sparring.core.text import Message
from sparring.judge.mutants.report import Failure, Subject, Trouble
from sparring.sandbox.interface import Raised, StepOutcome, Stop, Stopped, Value

if TYPE_CHECKING:
    from sparring.judge.mutants.tally import Run

LIMITS = {Stop.TIME: "time-limit", Stop.MEMORY: "memory-limit", Stop.OUTPUT: "output-limit"}
MISSING = re.compile(r"No module named '([\w.]+)'|([\w.]+) is not available in the exact engine")
SYNTAX = re.compile(r"^(?:SyntaxError|IndentationError|TabError): (.*?)(?: \((?:/)?([\w./-]+), line (\d+)\))?$", re.S)


def rehearsal_trouble(steps: Sequence[StepOutcome | None], run: "Run | None", subject: Subject) -> Trouble | None:
    """What is wrong with a suite that ran on the module as it is; None if nothing. JudgeError where the stage could not be set."""
    ready, step = steps[0], steps[-1]
    if ready is None or not isinstance(ready.result, Value):
        raise JudgeError(Message("judge.stage-fails", {"what": str(ready and ready.result)[:300]}))
    if step is None:
        return Trouble("forged")
    if run is None:
        return stopped_trouble(step)
    if run.patched:
        return Trouble("patched", run.patched)
    if run.many:
        return Trouble("too-many", str(run.many))
    if run.bad:
        return _red(run)
    if not any(outcome == "passed" for _, outcome, _ in run.tests):
        return Trouble("all-skipped" if run.tests else "no-tests")
    if not any(run.lines.values()):
        return Trouble("not-imported", subject.file)
    return None


def stopped_trouble(step: StepOutcome) -> Trouble:
    """How a run ended that has no outcome."""
    where = last_test(step)
    match step.result:
        case Stopped(why=Stop.FORBIDDEN, detail="proc_exit"):
            return Trouble("exits", where)
        case Stopped(why=Stop.FORBIDDEN, detail=detail) if "exited" in detail or "SIG" in detail:
            return Trouble("exits", where)
        case Stopped(why=Stop.FORBIDDEN):
            return Trouble("forged", where)
        case Stopped(why=why):
            return Trouble(LIMITS[why], where)  # type: ignore[arg-type]
        case Raised(bases=bases) if any(name.rpartition(".")[2] in ("SystemExit", "Exit", "KeyboardInterrupt") for name in bases):
            return Trouble("exits", where)
        case Raised(type=name, text=text):
            return Trouble("crash", f"{name.removeprefix('builtins.')}: {text}"[:300])
    return Trouble("forged", where)


def last_test(step: StepOutcome) -> str:
    """The test that was running when everything ended: the stage names each as it begins."""
    return (step.output.replace("\0", "").strip().splitlines() or [""])[-1][:300]


def _red(run: "Run") -> Trouble:
    failures = tuple(Failure(test, text) for test, text in run.bad)
    for failure in failures:
        if found := SYNTAX.match(failure.text):
            return Trouble("unreadable", found[2] or failure.test, failures, int(found[3] or 0))
        if failure.text.startswith(("ModuleNotFoundError", "ImportError")) and (found := MISSING.search(failure.text)):
            return Trouble("missing", found[1] or found[2], failures)
    return Trouble("red", tests=failures)
