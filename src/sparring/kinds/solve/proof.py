"""What a `solve` exercise must prove: the reference passes, the starter fails, every wrong solution fails for its declared reason, the naive one grows too fast."""

from collections.abc import Callable, Iterator

from sparring.core.answer import Answer, Code
from sparring.core.exercise import Exercise
from sparring.core.problem import Problem
from sparring.core.verdict import Verdict
from sparring.judge.growth import Budget
from sparring.kinds.coding import Judged, answered, problem, prove_cases, prove_reference, prove_syntax, prove_wrong
from sparring.kinds.growing import too_fast
from sparring.kinds.kind import Tools
from sparring.kinds.solve.given import gaps
from sparring.kinds.solve.schema import SolveSpec

Grade = Callable[[Exercise[SolveSpec], Answer, Tools], Verdict]
CASES, WRONGS = 12, 3
QUICK = Budget(instructions=Budget().instructions // 4)
"""Enough to see most naive solutions grow: the whole budget is there to find out in an answer's favour."""


def prove(exercise: Exercise[SolveSpec], tools: Tools, grade: Grade, cases: Grade) -> list[Problem]:
    """Every claim of the exercise that does not hold. `cases` judges by all cases alone: other solutions are right, whatever they cost."""

    def verdict(source: str) -> Verdict:
        return grade(exercise, answered(exercise, source), tools)

    problems = [*prove_syntax(_files(exercise.spec), tools)] or [
        *_checker(exercise, tools),
        *prove_reference(verdict(exercise.spec.reference)),
    ]
    if problems:
        return problems + (list(_complete(exercise)) if exercise.complete else [])

    def right(source: str) -> Verdict:
        return cases(exercise, answered(exercise, source), tools)

    def fails(source: str) -> Verdict:
        judged = right(source)
        return verdict(source) if judged.passed else judged

    problems.extend(_starter(exercise, fails))
    for wrong in exercise.spec.wrong:
        problems.extend(prove_wrong(wrong, fails(wrong.source)))
    problems.extend(_naive(exercise, tools, right, verdict))
    problems.extend(_others(exercise, right))
    return problems + (list(_complete(exercise)) if exercise.complete else [])


def _files(spec: SolveSpec) -> dict[str, str | None]:
    growth = spec.growth
    files: dict[str, str | None] = {"reference.py": spec.reference, "starter.py": spec.starter, "checker.py": spec.checker}
    files |= {wrong.file: wrong.source for wrong in spec.wrong}
    return files | ({"generator.py": growth.generator, "driver.py": growth.driver, "naive.py": growth.naive} if growth else {})


def _checker(exercise: Exercise[SolveSpec], tools: Tools) -> Iterator[Problem]:
    if exercise.spec.checker is not None:
        for case, what in tools.judge.checker_problems(exercise.spec.script, exercise.spec.checker, exercise.budget):
            yield problem("checker.py", "solve.checker-refuses" if case else "solve.checker-fails", case=case, what=what)


def _starter(exercise: Exercise[SolveSpec], verdict: Judged) -> Iterator[Problem]:
    if exercise.complete and verdict(exercise.spec.starter).passed:
        yield problem("starter.py", "solve.starter-passes")


def _naive(exercise: Exercise[SolveSpec], tools: Tools, right: Judged, verdict: Judged) -> Iterator[Problem]:
    """The naive solution is right and grows too fast: its time is mostly seen to with a part of the budget, else, and its memory, with all of it, as a candidate's would be."""
    growth, measured = exercise.spec.growth, exercise.spec.measured
    if growth is None or growth.naive is None or measured is None:
        return
    naive = Code({"solution.py": growth.naive})
    if growth.memory is None and right(growth.naive).passed and too_fast(measured, naive, tools, QUICK):
        return
    judged = verdict(growth.naive)
    if not any(finding.criterion in ("growth", "memory-growth") and finding.ok is False for finding in judged.findings):
        yield problem("naive.py", "solve.naive-meets-growth", outcome=judged.outcome, status=judged.status)


def _others(exercise: Exercise[SolveSpec], judged: Judged) -> Iterator[Problem]:
    """Other solutions are right; a half-written starter has a gap, and the reference keeps what it gives (`given`, see `prove_reference`)."""
    spec = exercise.spec
    for other in spec.solutions:
        if not judged(other.source).passed:
            yield problem(other.file, "solve.solution-fails")
    if spec.half_written and not gaps(spec.starter):
        yield problem("starter.py", "solve.no-gap")


def _complete(exercise: Exercise[SolveSpec]) -> Iterator[Problem]:
    spec = exercise.spec
    yield from prove_cases(spec.script, exercise.languages, CASES)
    if len(spec.wrong) < WRONGS:
        yield problem("exercise.toml", "solve.few-wrong", found=len(spec.wrong), least=WRONGS)
    if spec.grows and (spec.growth is None or spec.growth.naive is None):
        yield problem("exercise.toml", "solve.no-growth")
