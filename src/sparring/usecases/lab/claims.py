"""Verify a claim: what an article or an assistant said, run on every interpreter that there is, with the versions and what differs."""

import difflib
from contextlib import closing
from dataclasses import dataclass, replace

from sparring.core.problem import JudgeError
from sparring.judge.trace.record import LIMITS
from sparring.sandbox.interface import Job, JobOutcome, Raised, Sandbox, Step, StepOutcome, Stopped, Unreadable, Value
from sparring.sandbox.native import PLAIN, NativeSandbox
from sparring.sandbox.unconfined import Unconfined
from sparring.usecases.app import App

MOST_CLAIM = 5_000
MOST_LINES = 400
VERSION = "'.'.join(map(str, __import__('sys').version_info[:3]))"
LIMITED = replace(
    LIMITS, instructions=4_000_000_000, step_instructions=4_000_000_000, kept_output_bytes=64 << 10, cpu_seconds=5.0, wall_seconds=10.0
)


@dataclass(frozen=True, slots=True)
class Ran:
    """What a snippet did on one interpreter.

    `where`: `exact`, `native` (behind walls) or `machine` (unconfined); `how`: `finished`, `raised` (with `error`), or a `Stop`'s value.
    """

    where: str
    version: str
    output: str
    how: str
    error: str = ""

    @property
    def shown(self) -> str:
        """The output with how it ended, as it is compared."""
        return self.output + (f"{self.error or self.how}\n" if self.how != "finished" else "")

    @property
    def asserted(self) -> bool:
        """Whether an assertion of the snippet did not hold."""
        return self.how == "raised" and self.error.startswith("AssertionError")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an output; `differs` where another interpreter has another line, or none."""

    text: str
    differs: bool


@dataclass(frozen=True, slots=True)
class Checked:
    """A claim's run.

    `verdict`: `holds` (every assertion held everywhere), `fails` (one failed everywhere), `depends` (the interpreters differ), `same` (nothing is asserted, all did
    the same), `stopped` (it was ended from outside everywhere).
    """

    claim: str
    source: str
    runs: tuple[Ran, ...]
    verdict: str

    def lines(self, run: Ran) -> list[Line]:
        """The output of a run; what is not so on the first interpreter is marked."""
        first = self.runs[0].shown.splitlines()
        own = run.shown.splitlines()
        same = {
            at
            for block in difflib.SequenceMatcher(None, first, own, autojunk=False).get_matching_blocks()
            for at in range(block.b, block.b + block.size)
        }
        return [Line(text, index not in same) for index, text in enumerate(own[:MOST_LINES])]


def check(app: App, claim: str, source: str, *, own_machine: bool = False) -> Checked:
    """Run the snippet on the exact engine, behind the native engine's walls, and with consent (`own_machine`) on every other CPython of this machine."""
    runs = [_confined(app.engine, "exact", source)]
    try:
        with closing(NativeSandbox(PLAIN, workers=1)) as native:
            runs.append(_confined(native, "native", source))
    except JudgeError:
        pass  # this machine gives no walls: the page says which interpreters there were
    if own_machine:
        seen = {run.version for run in runs if run.where == "native"}
        runs += [
            _told(each.version, each.status, each.output, each.error)
            for each in Unconfined().run_script(source, "snippet.py", 5)
            if each.version not in seen
        ]
    return Checked(claim, source, tuple(runs), verdict(source, runs))


def verdict(source: str, runs: list[Ran]) -> str:
    """What the runs say together; see `Checked`."""
    if len({run.shown for run in runs}) > 1 and len({(run.how, run.asserted, run.output) for run in runs}) > 1:
        return "depends"
    if runs[0].how not in ("finished", "raised"):
        return "stopped"
    if runs[0].asserted:
        return "fails"
    return "holds" if "assert " in source and runs[0].how == "finished" else "same"


def _confined(sandbox: Sandbox, where: str, source: str) -> Ran:
    outcome = sandbox.run(Job({"snippet.py": source}, "snippet.py", (), LIMITED, as_script=True))
    version = _version(sandbox)
    if isinstance(outcome, Unreadable):
        return Ran(where, version, "", "raised", f"SyntaxError: {outcome.text} (line {outcome.line})")
    return _ended(where, version, outcome)


def _version(sandbox: Sandbox) -> str:
    """The patch version of an engine's CPython, as it says itself."""
    outcome = sandbox.run(Job({}, None, [[Step("eval", VERSION)]], LIMITED))
    step = outcome.groups[0][0] if isinstance(outcome, JobOutcome) and outcome.groups else None
    return str(step.result.value)[:20] if step is not None and isinstance(step.result, Value) else "?"


def _ended(where: str, version: str, outcome: JobOutcome) -> Ran:
    load: StepOutcome = outcome.load
    match load.result:
        case Raised(type=kind, text=text):
            return Ran(
                where,
                version,
                load.output,
                "raised",
                f"{kind.removeprefix('builtins.')}: {text}" if text else kind.removeprefix("builtins."),
            )
        case Stopped(why=why):
            return Ran(where, version, load.output, why.value)
    return Ran(where, version, load.output, "finished")


def _told(version: str, status: str, output: str, error: str) -> Ran:
    last = error.strip().splitlines()[-1] if error.strip() else ""
    how = {"passed": "finished", "exception": "raised"}.get(status, status)
    return Ran("machine", version, output, how, last if how == "raised" else "")
