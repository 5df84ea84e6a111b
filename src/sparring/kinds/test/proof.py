"""What a `test` exercise must prove: right versions are right, every bug is one, both suites kill exactly what is declared, and what is called equivalent is."""

from collections.abc import Iterator, Sequence
from typing import Any, Protocol

from sparring.core.exercise import Exercise
from sparring.core.problem import Problem
from sparring.judge.judge import limits
from sparring.judge.mutants import Mutant, Report
from sparring.kinds.coding import problem
from sparring.kinds.kind import Tools
from sparring.kinds.test.schema import Kills, TestSpec
from sparring.sandbox.interface import Job, Step, Unreadable


class Judged(Protocol):
    """The report on a suite, on all variants or on these."""

    def __call__(self, source: str, variants: Sequence[Mutant] | None = None) -> Report:
        """The report."""
        ...


BUGS, RIGHTS = 6, 2


def prove(exercise: Exercise[Any], judged: Judged, tools: Tools) -> list[Problem]:
    """Every claim of the exercise that does not hold."""
    spec: TestSpec = exercise.spec
    problems: list[Problem] = []
    for name, kills in (("weak", spec.weak), ("strong", spec.strong)):
        if kills is not None:
            problems += _suite(name, kills, spec, judged(kills.source))
    problems += _equivalent(exercise, judged, tools)
    return problems + (list(_complete(spec)) if exercise.complete else [])


def _suite(name: str, kills: Kills, spec: TestSpec, report: Report) -> Iterator[Problem]:
    file = f"{name}.py"
    if report.trouble:
        yield problem(
            file, "test.suite-unusable", report.trouble.line, why=f"{report.trouble.kind} {report.trouble.detail} {_first(report)}".strip()
        )
        return
    for failure in report.wrong:
        yield problem(file, "test.suite-rejects", test=failure.test, right=failure.implementation, text=failure.text[:200])
    if report.flaky:
        yield problem(file, "test.suite-flaky", what=", ".join(report.flaky[:5]))
    own = {bug.mutant.id for bug in spec.bugs}
    killed = [each.mutant.id for each in report.killed]
    bugs = sum(each in own for each in killed)
    if (bugs, len(killed) - bugs) != (kills.bugs, kills.mutants):
        yield problem(file, "test.suite-kills", bugs=bugs, mutants=len(killed) - bugs, said=kills.bugs, declared=kills.mutants)
    if name == "strong":
        for each in report.survived:
            yield problem(file, "test.strong-misses", mutant=each.mutant.id, line=each.mutant.line)


def _first(report: Report) -> str:
    trouble = report.trouble
    return f"{trouble.tests[0].test}: {trouble.tests[0].text[:200]}" if trouble and trouble.tests else ""


def _equivalent(exercise: Exercise[Any], judged: Judged, tools: Tools) -> Iterator[Problem]:
    """What is called equivalent and can be told from the reference: by the strong suite, or by what it does on many inputs."""
    spec: TestSpec = exercise.spec
    if not spec.equivalent:
        return
    for each in judged(spec.strong.source, spec.equivalent).killed if spec.strong else ():
        yield problem("exercise.toml", "test.not-equivalent", mutant=each.mutant.id, how=each.by)
    if spec.inputs is None:
        yield problem("inputs.py", "test.no-inputs")
        return
    expected = _observed(exercise, spec.reference, tools)
    for mutant in spec.equivalent:
        if (found := _observed(exercise, mutant.source, tools)) != expected:
            yield problem("inputs.py", "test.not-equivalent", mutant=mutant.id, how=str(found)[:200])


def _observed(exercise: Exercise[Any], source: str, tools: Tools) -> object:
    spec: TestSpec = exercise.spec
    job = Job(
        {f"{spec.module}.py": source, "inputs.py": spec.inputs or ""}, "inputs.py", [[Step("eval", "observe()")]], limits(exercise.budget)
    )
    outcome = tools.judge.sandbox.run(job)
    if isinstance(outcome, Unreadable) or not outcome.groups or outcome.groups[0][0] is None:
        return outcome
    return outcome.groups[0][0].result


def _complete(spec: TestSpec) -> Iterator[Problem]:
    for kind, found, least in (("bugs", len(spec.bugs), BUGS), ("right", len(spec.right), RIGHTS)):
        if found < least:
            yield problem("exercise.toml", f"test.few-{kind}", found=found, least=least)
    for name in ("weak", "strong"):
        if getattr(spec, name) is None:
            yield problem("exercise.toml", "test.no-suite", name=name)
