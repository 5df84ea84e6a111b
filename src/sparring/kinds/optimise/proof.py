"""What an `optimise` exercise must prove: the slow file is right and too dear, the reference is right and cheap enough, what is fast and wrong fails."""

from collections.abc import Callable, Iterator
from typing import Literal

from sparring.core.answer import Answer
from sparring.core.exercise import Exercise
from sparring.core.problem import Problem
from sparring.core.verdict import Verdict
from sparring.kinds.coding import answered, problem, prove_cases, prove_reference, prove_syntax, prove_wrong
from sparring.kinds.kind import Tools
from sparring.kinds.optimise.schema import OptimiseSpec

Until = Literal["cases", "right", "goal", "growth", "all"]
"""How far a submission is judged (`grader._judge`): what a proof does not ask for is not measured."""
Grade = Callable[[Exercise[OptimiseSpec], Answer, Tools, Until], Verdict]
CASES = 6
RIGHT = ("correctness", "large-input")
MOST_SLOW = 3_000_000_000
"""Instructions that the slow file may take at the goal's size: more keeps everybody waiting."""


def prove(exercise: Exercise[OptimiseSpec], tools: Tools, grade: Grade) -> list[Problem]:
    """Every claim of the exercise that does not hold."""
    spec = exercise.spec
    files: dict[str, str | None] = {"slow.py": spec.slow, "reference.py": spec.reference, "generator.py": spec.generator}
    files |= {"driver.py": spec.driver, "checker.py": spec.checker} | {wrong.file: wrong.source for wrong in spec.wrong}
    problems = [*prove_syntax(files, tools)]
    if problems:
        return problems
    if spec.goal.factor is None and spec.goal.memory_factor is None:
        problems.append(problem("exercise.toml", "optimise.no-goal"))

    def verdict(source: str, until: Until = "growth") -> Verdict:
        return grade(exercise, answered(exercise, source), tools, until)

    problems.extend(prove_reference(verdict(spec.reference)))
    slow = verdict(spec.slow, "goal")
    problems.extend(_slow(verdict(spec.slow) if slow.passed else slow))
    for wrong in spec.wrong:
        problems.extend(prove_wrong(wrong, verdict(wrong.source)))
    problems.extend(problem(other.file, "optimise.solution-fails") for other in spec.solutions if not verdict(other.source, "right").passed)
    return problems + (list(_complete(exercise)) if exercise.complete else [])


def _slow(verdict: Verdict) -> Iterator[Problem]:
    wrong = [finding.criterion for finding in verdict.findings if finding.ok is False]
    if verdict.passed:
        yield problem("slow.py", "optimise.slow-passes")
    elif set(RIGHT) & set(wrong):
        yield problem("slow.py", "optimise.slow-fails", criterion=wrong[0])
    elif verdict.cost and verdict.cost.instructions > MOST_SLOW:
        yield problem("slow.py", "optimise.slow-too-slow", found=verdict.cost.instructions, most=MOST_SLOW)


def _complete(exercise: Exercise[OptimiseSpec]) -> Iterator[Problem]:
    yield from prove_cases(exercise.spec.script, exercise.languages, CASES)
    if not exercise.spec.wrong:
        yield problem("exercise.toml", "optimise.no-wrong")
