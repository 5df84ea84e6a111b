"""The judge as the kinds know it: its engines, and one method per question that can be asked."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from sparring.core.exercise import Budget
from sparring.judge.cases import CasesReport, check_the_checker, run_cases
from sparring.judge.script import Script
from sparring.sandbox.interface import Job, JobOutcome, Limits, Sandbox, StepOutcome, Unreadable
from sparring.sandbox.unconfined import Unconfined

if TYPE_CHECKING:
    from sparring.judge.mutants import Attended, Mutant, Report, Subject, Suite
    from sparring.judge.trace import Trace


STEPS = 5
"""So many cases may loop before nothing is left for the others."""


def limits(budget: Budget) -> Limits:
    """The engine's limits under an exercise's budget: what it leaves open keeps the default. A step may take a fifth of all instructions."""
    base = Limits()
    total = budget.instructions or base.instructions
    return Limits(
        instructions=total,
        step_instructions=min(base.step_instructions, max(1, total // STEPS)),
        memory_bytes=budget.memory_bytes or base.memory_bytes,
        output_bytes=budget.output_bytes or base.output_bytes,
    )


@dataclass(frozen=True, slots=True)
class Judge:
    """Asks the engines. `sandbox` is the exact engine (or a fake of it); `native` the interpreters of this machine, None where they may not be used."""

    sandbox: Sandbox
    native: Unconfined | None = None

    @property
    def engine_id(self) -> str:
        """The id of the engine that counts instructions."""
        return self.sandbox.engine_id

    def cases(
        self, files: Mapping[str, str], main: str, script: Script, budget: Budget, checker: str | None = None, *, alone: bool = True
    ) -> CasesReport | Unreadable:
        """What a program does in each of a script's cases; `alone`: see `run_cases`."""
        return run_cases(self.sandbox, files, main, script, limits(budget), checker, alone=alone)

    def checker_problems(self, script: Script, checker: str, budget: Budget) -> list[tuple[str, str]]:
        """What is wrong with a checker, by case ('' for the checker itself)."""
        return check_the_checker(self.sandbox, script, checker, limits(budget))

    def suite(
        self, subject: "Subject", suite: "Suite", wrong: "Sequence[Mutant]", right: Mapping[str, str], random: Random, most_tests: int = 0
    ) -> "Report":
        """What a test suite of at most `most_tests` tests (0: of any size) does on wrong and right versions of a module."""
        from sparring.judge.mutants import judge_suite  # what few verdicts need is imported when it is needed

        return judge_suite(self.sandbox, subject, suite, wrong, right, random, getattr(self.sandbox, "workers", 1), most_tests)

    def attend(self, file: str, known: str, suite: "Suite", versions: Mapping[str, str], random: Random) -> "dict[str, Attended]":
        """What every test of a suite does on each of several versions of `file`; `known` is one that ends."""
        from sparring.judge.mutants import attend_versions

        return attend_versions(self.sandbox, file, known, suite, versions, random)

    def execute(self, files: Mapping[str, str], main: str, budget: Budget, engine: str = "exact") -> StepOutcome | Unreadable:
        """Run a program as a script: what it prints, how it ends, what it costs. `engine` native: behind this machine's walls; JudgeError where it has none."""
        with self._engine(engine) as sandbox:
            outcome = sandbox.run(Job(files, main, (), limits(budget), as_script=True))
        return outcome.load if isinstance(outcome, JobOutcome) else outcome

    def trace(self, source: str, engine: str = "exact") -> "Trace | Unreadable":
        """A recorded execution of a script; `engine` as in `execute`."""
        from sparring.judge.trace import record

        with self._engine(engine) as sandbox:
            return record(sandbox, source, threads=engine == "native")

    @contextmanager
    def _engine(self, name: str) -> Iterator[Sandbox]:
        if name == "exact":
            yield self.sandbox
            return
        from sparring.sandbox.native import PLAIN, NativeSandbox

        with closing(NativeSandbox(PLAIN, workers=1)) as sandbox:
            yield sandbox
