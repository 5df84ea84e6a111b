"""What a `fix` exercise must prove: the buggy file fails, the mended one passes with a small change, every wrong mend fails for its declared reason."""

from collections.abc import Callable, Iterator

from sparring.core.answer import Answer
from sparring.core.exercise import Exercise
from sparring.core.problem import Problem
from sparring.core.verdict import Verdict
from sparring.kinds.coding import answered, problem, prove_cases, prove_reference, prove_syntax, prove_wrong
from sparring.kinds.fix.schema import FixSpec
from sparring.kinds.kind import Tools

Grade = Callable[[Exercise[FixSpec], Answer, Tools], Verdict]
CASES, MOST_CHANGED = 6, 12
"""Cases that the core pack's exercises have at least; lines that a mend changes at most, or it is a rewrite."""


def prove(exercise: Exercise[FixSpec], tools: Tools, grade: Grade) -> list[Problem]:
    """Every claim of the exercise that does not hold."""
    spec = exercise.spec

    def verdict(source: str) -> Verdict:
        return grade(exercise, answered(exercise, source), tools)

    files: dict[str, str | None] = {"buggy.py": spec.buggy, "mended.py": spec.mended, "checker.py": spec.checker}
    problems = [*prove_syntax(files | {wrong.file: wrong.source for wrong in spec.wrong}, tools)]
    if problems:
        return problems
    problems.extend(prove_reference(verdict(spec.mended), "mended.py"))
    if verdict(spec.buggy).passed:
        problems.append(problem("buggy.py", "fix.buggy-passes"))
    for wrong in spec.wrong:
        problems.extend(prove_wrong(wrong, verdict(wrong.source)))
    return problems + (list(_complete(exercise)) if exercise.complete else [])


def _complete(exercise: Exercise[FixSpec]) -> Iterator[Problem]:
    spec = exercise.spec
    yield from prove_cases(spec.script, exercise.languages, CASES)
    if not spec.wrong:
        yield problem("exercise.toml", "fix.no-wrong")
    if spec.usual > MOST_CHANGED:
        yield problem("mended.py", "fix.mend-large", found=spec.usual, most=MOST_CHANGED)
