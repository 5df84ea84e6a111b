"""What every test of a suite does on each of several versions of a module: for judging how a suite and its module came about, step by step.

Theory of operation. One interpreter; it rehearses on a version that is known to end (`known`), then every version is attended to its end, failures included. A control of ours
runs beside them, so that a suite that has taken the runner apart is found out. What a version says is data that is checked here, as in `tally.py`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from sparring.core.problem import JudgeError
from sparring.core.text import Message
from sparring.judge.mutants.report import Subject, Trouble
from sparring.judge.mutants.run import OWN, QUICK, Entry, Setting, control_file, job, other
from sparring.judge.mutants.staging import stage_files
from sparring.judge.mutants.suite import Suite
from sparring.judge.mutants.tally import BAD, controlled, ran
from sparring.judge.mutants.troubles import stopped_trouble
from sparring.sandbox.interface import JobOutcome, Sandbox, StepOutcome, Value

__all__ = ["OWN", "Attended", "attend_versions"]


@dataclass(frozen=True, slots=True)
class Attended:
    """A suite on one version: (test, outcome, text) of each, in order; `trouble`: why there are none."""

    tests: tuple[tuple[str, str, str], ...] = ()
    trouble: Trouble | None = None

    @property
    def bad(self) -> dict[str, str]:
        """The tests that did not pass, with what they said."""
        return {test: text for test, outcome, text in self.tests if outcome in BAD}

    @property
    def passed(self) -> frozenset[str]:
        """The tests that passed."""
        return frozenset(test for test, outcome, _ in self.tests if outcome == "passed")

    def passes(self, test: str) -> bool:
        """Whether a test passed; of a whole file, whether it could be collected and something passed."""
        return test in self.passed or (test.endswith(".py") and test not in self.bad and bool(self.passed))

    @property
    def green(self) -> bool:
        """Whether something was tested and everything passed."""
        return self.trouble is None and not self.bad and bool(self.passed)


def attend_versions(
    sandbox: Sandbox, file: str, known: str, suite: Suite, versions: Mapping[str, str], random: Random
) -> dict[str, Attended]:
    """The suite on each of `versions` (sources by name; that of `OWN` is told in detail). JudgeError when we fail."""
    told = {name: other(known, name, source) for name, source in versions.items()}
    setting = Setting(Subject(file, known), suite, told, stage_files(sandbox, suite.framework))
    control = control_file(random, suite.framework)
    plan = [Entry(rehearsed=True), *(Entry(attended=name) for name in versions), Entry(control=control)]
    outcome = sandbox.run(job(setting, plan, QUICK, backwards=False))
    if not isinstance(outcome, JobOutcome) or not isinstance(outcome.load.result, Value):
        raise JudgeError(Message("judge.stage-fails", {"what": str(outcome)[:300]}))
    rehearsed, *attended, last = outcome.groups
    if rehearsed[-1] is not None and not isinstance(rehearsed[-1].result, Value):
        return dict.fromkeys(versions, Attended(trouble=stopped_trouble(rehearsed[-1])))
    forged = controlled(control, ran(last)) if last and last[-1] else Trouble("forged")
    return {name: _attended(steps, forged) for name, steps in zip(versions, attended, strict=True)}


def _attended(steps: Sequence[StepOutcome | None], forged: Trouble | None) -> Attended:
    first, step = steps[0], steps[-1]
    if first is None or not isinstance(first.result, Value):
        raise JudgeError(Message("judge.stage-fails", {"what": str(first and first.result)[:300]}))
    if step is None:
        return Attended(trouble=Trouble("forged"))
    told = ran(steps)
    if told is None:
        return Attended(trouble=stopped_trouble(step))
    if told.patched or forged:
        return Attended(trouble=Trouble("patched", told.patched) if told.patched else forged)
    return Attended(told.tests)
