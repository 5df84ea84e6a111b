"""What a `solve` exercise must prove: the reference passes, the starter fails, every wrong solution fails for its declared reason, the naive one grows too fast."""

from collections.abc import Callable, Iterator

from sparring.core.answer import Answer, Code
from sparring.core.evidence import Cases
from sparring.core.exercise import Budget, Exercise
from sparring.core.problem import Problem
from sparring.core.text import Message
from sparring.core.verdict import Verdict
from sparring.kinds.kind import Tools
from sparring.kinds.solve.schema import SolveSpec, Wrong
from sparring.sandbox.interface import Unreadable

Grade = Callable[[Exercise[SolveSpec], Answer, Tools], Verdict]
CASES, WRONGS = 12, 3


def prove(exercise: Exercise[SolveSpec], tools: Tools, grade: Grade) -> list[Problem]:
    """Every claim of the exercise that does not hold."""

    def verdict(source: str) -> Verdict:
        return grade(exercise, Answer(exercise.id, {"solution": Code({"solution.py": source})}), tools)

    problems = [*_syntax(exercise.spec, tools)] or [*_checker(exercise, tools), *_reference(verdict(exercise.spec.reference))]
    if problems:
        return problems + (list(_complete(exercise)) if exercise.complete else [])
    problems.extend(_starter(exercise, verdict))
    for wrong in exercise.spec.wrong:
        problems.extend(_wrong(wrong, verdict(wrong.source)))
    problems.extend(_naive(exercise, verdict))
    return problems + (list(_complete(exercise)) if exercise.complete else [])


def _problem(file: str, message_id: str, line: int = 0, **params: str | int) -> Problem:
    return Problem(file, line, "", Message(message_id, dict(params)))


def _syntax(spec: SolveSpec, tools: Tools) -> Iterator[Problem]:
    """Every file of code that Python cannot read, with its line: one broken file does not hide another."""
    growth = spec.growth
    files = {"reference.py": spec.reference, "starter.py": spec.starter, "checker.py": spec.checker}
    files |= {wrong.file: wrong.source for wrong in spec.wrong}
    files |= {"generator.py": growth.generator, "driver.py": growth.driver, "naive.py": growth.naive} if growth else {}
    for name, source in files.items():
        read = tools.judge.execute({"empty.py": "pass\n", "file.py": source}, "empty.py", Budget()) if source else None  # compiled, not run
        if isinstance(read, Unreadable):
            yield _problem(name, "format.python", read.line, what=read.text)


def _reference(verdict: Verdict) -> Iterator[Problem]:
    for finding in verdict.findings:
        if finding.ok is False and isinstance(finding.evidence, Cases):
            for row in finding.evidence.rows:
                if row.status != "passed":
                    yield _problem("reference.py", "solve.reference-fails", case=row.name, expected=row.expected, got=row.got)
        elif finding.ok is False:
            yield _problem("reference.py", "solve.reference-breaks", criterion=finding.criterion, status=verdict.status)


def _checker(exercise: Exercise[SolveSpec], tools: Tools) -> Iterator[Problem]:
    if exercise.spec.checker is not None:
        for case, what in tools.judge.checker_problems(exercise.spec.script, exercise.spec.checker, exercise.budget):
            yield _problem("checker.py", "solve.checker-refuses" if case else "solve.checker-fails", case=case, what=what)


def _starter(exercise: Exercise[SolveSpec], verdict: Callable[[str], Verdict]) -> Iterator[Problem]:
    if exercise.complete and verdict(exercise.spec.starter).passed:
        yield _problem("starter.py", "solve.starter-passes")


def _wrong(wrong: Wrong, verdict: Verdict) -> Iterator[Problem]:
    if verdict.passed:
        yield _problem(wrong.file, "solve.wrong-passes")
        return
    if verdict.status != wrong.status:
        yield _problem(wrong.file, "solve.wrong-status", declared=wrong.status, got=verdict.status)
    rows = [row for finding in verdict.findings if isinstance(finding.evidence, Cases) for row in finding.evidence.rows]
    failed = {row.name for row in rows if row.status != "passed"}
    for case in wrong.fails:
        if case.removeprefix("test_") not in failed:
            yield _problem(wrong.file, "solve.wrong-case-passes", case=case, failed=", ".join(sorted(failed)) or "-")


def _naive(exercise: Exercise[SolveSpec], verdict: Callable[[str], Verdict]) -> Iterator[Problem]:
    growth = exercise.spec.growth
    if growth is None or growth.naive is None:
        return
    judged = verdict(growth.naive)
    if not any(finding.criterion in ("growth", "memory-growth") and finding.ok is False for finding in judged.findings):
        yield _problem("naive.py", "solve.naive-meets-growth", outcome=judged.outcome, status=judged.status)


def _complete(exercise: Exercise[SolveSpec]) -> Iterator[Problem]:
    spec = exercise.spec
    if len(spec.script.cases) < CASES:
        yield _problem("cases.py", "solve.few-cases", found=len(spec.script.cases), least=CASES)
    for case in spec.script.cases:
        if case.why is None or not all(getattr(case.why, language) for language in exercise.languages):
            yield _problem("cases.py", "solve.case-without-why", case.line, case=case.name)
    if len(spec.wrong) < WRONGS:
        yield _problem("exercise.toml", "solve.few-wrong", found=len(spec.wrong), least=WRONGS)
    if spec.growth is None or spec.growth.naive is None:
        yield _problem("exercise.toml", "solve.no-growth")
