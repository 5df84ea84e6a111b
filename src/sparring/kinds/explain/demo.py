"""Prove it: at most eight lines that show a claim, run in the exact engine and looked at by the exercise's own check.

Theory of operation. `prove_it.py` holds `check(source, names)`: `names` are the demonstration's public names, the answer is None where the claim is shown, else the id of
what is missing (`[prove_it.says]`). The check is read before the candidate's lines run, with builtins of its own, in a fresh interpreter, and the lines are
refused unrun if they hold what could answer in its place (`lines.py`). A check that stumbles over what it was given has not been shown anything.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from sparring.core.evidence import Shown
from sparring.core.exercise import Budget
from sparring.core.problem import JudgeError
from sparring.core.text import Message, Saying, Text
from sparring.core.verdict import Cost
from sparring.judge.judge import Judge, limits
from sparring.kinds.explain.lines import refused
from sparring.sandbox.interface import Job, JobOutcome, Raised, Step, StepOutcome, Stopped, Value

FILE = "demo.py"
CHECK = "prove_it.py"
BUDGET = Budget(instructions=3_000_000_000, memory_bytes=128 << 20, output_bytes=256 << 10)
"""A fraction of a second of processor time: eight lines that need more show something else."""
KEPT = 2000
"""Characters of output that are kept as evidence."""
_PRELUDE = """\
import sys as _sys
_modules = _sys.modules
_space = {"__name__": "prove_it", "__builtins__": __builtins__}
exec(compile(_source_of_the_check, "prove_it.py", "exec"), _space)
_check = _space["check"]
def _public(_name="demo"):
    return {name: value for name, value in vars(_modules[_name]).items() if not name.startswith("_")}
"""


@dataclass(frozen=True, slots=True)
class ProveIt:
    """An exercise's offer: the task, the check's source, what it says by id, and the author's own demonstrations (`right`, or the id they must get)."""

    task: Text
    check: str
    says: Mapping[str, Text]
    demos: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Tried:
    """How a demonstration went. `ok` None: it could not be run, and counts for nothing; `missing`: the id that the check answered, if it did."""

    ok: bool | None
    message: Saying
    evidence: Shown
    missing: str = ""
    cost: Cost | None = None


def try_it(offer: ProveIt, source: str, judge: Judge) -> Tried:
    """Run a demonstration and have it checked; JudgeError if the check itself cannot be read."""
    why = refused(source)
    if why:
        return Tried(None, why.message, Shown(offer.task, source, line=why.line))
    outcome = judge.sandbox.run(_job(offer.check, source))
    if not isinstance(outcome, JobOutcome):
        return Tried(None, Message("explain.demo-unreadable", {"what": outcome.text}), Shown(offer.task, source, line=outcome.line))
    prelude, load, verdict = outcome.groups[0]
    if prelude is None or isinstance(prelude.result, Raised | Stopped):
        raise JudgeError(Message("explain.check-unreadable", {"what": _trouble(prelude)}))
    cost = Cost(sum(step.instructions for step in (load, verdict) if step))
    if load is None or isinstance(load.result, Raised | Stopped):
        return _broke(offer, source, load, cost)
    return _looked(offer, source, load, verdict, cost)


def _job(check: str, source: str) -> Job:
    steps = [
        Step("exec", _PRELUDE, {"_source_of_the_check": check}),
        Step("load"),
        Step("eval", "_check(_source_of_the_demo, _public())", {"_source_of_the_demo": source}),
    ]
    return Job({FILE: source}, FILE, (steps,), limits(BUDGET))


def _broke(offer: ProveIt, source: str, load: StepOutcome | None, cost: Cost) -> Tried:
    """The lines end with an error, or do not end."""
    trouble = _trouble(load)
    line = load.result.frames[-1].line if load and isinstance(load.result, Raised) and load.result.frames else 0
    evidence = Shown(offer.task, source, _output(load), trouble, line)
    stopped = load is not None and isinstance(load.result, Stopped)
    return Tried(False, Message("explain.demo-stopped" if stopped else "explain.demo-breaks", {"what": trouble}), evidence, cost=cost)


def _looked(offer: ProveIt, source: str, load: StepOutcome, verdict: StepOutcome | None, cost: Cost) -> Tried:
    """The lines ran; what the check says of them."""
    shown = Shown(offer.task, source, _output(load))
    result = verdict.result if verdict else None
    if isinstance(result, Value) and result.value is None:
        return Tried(True, Message("explain.demo-shown"), shown, cost=cost)
    if isinstance(result, Value) and isinstance(result.value, str) and result.value in offer.says:
        return Tried(False, offer.says[result.value], shown, result.value, cost)
    trouble = _trouble(verdict) if not isinstance(result, Value) else str(result.value)[:200]
    return Tried(False, Message("explain.demo-not-shown"), Shown(offer.task, source, _output(load), trouble), cost=cost)


def _trouble(step: StepOutcome | None) -> str:
    result = step.result if step else None
    if isinstance(result, Raised):
        return f"{result.type.rpartition('.')[2]}: {result.text}"[:400]
    return str(result.why) if isinstance(result, Stopped) else ""


def _output(step: StepOutcome | None) -> str:
    return step.output[:KEPT] if step else ""
