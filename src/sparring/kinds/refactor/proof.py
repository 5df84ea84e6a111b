"""What a `refactor` exercise must prove: original and reference do the same but for what is declared, the structure gets better, and what changes the behaviour is
caught by the input that was named.
"""

from collections.abc import Callable, Iterator

from sparring.core.answer import Answer
from sparring.core.evidence import Cases, Compared
from sparring.core.exercise import Exercise
from sparring.core.problem import Problem
from sparring.core.verdict import Verdict
from sparring.judge.structure import NAMES, worse
from sparring.kinds.coding import answered, problem, prove_syntax
from sparring.kinds.kind import Tools
from sparring.kinds.refactor.schema import RefactorSpec, Wrong

Grade = Callable[[Exercise[RefactorSpec], Answer, Tools], Verdict]
LEAST_INPUTS, NAMED, WRONGS = 200, 3, 2
MOST_DECLARED = 0.5
"""The share of the inputs on which the behaviour may be declared to change: more is another program."""


def prove(exercise: Exercise[RefactorSpec], tools: Tools, grade: Grade, run: Grade) -> list[Problem]:
    """Every claim of the exercise that does not hold. `run` judges by the named inputs and few others: enough for what a named input must catch."""
    spec = exercise.spec
    files: dict[str, str | None] = {"original.py": spec.original, "reference.py": spec.reference, "driver.py": spec.driver}
    files |= {"generator.py": spec.generator} | {wrong.file: wrong.source for wrong in spec.wrong}
    problems = [*prove_syntax(files, tools)]
    if problems:
        return problems

    def verdict(source: str) -> Verdict:
        return run(exercise, answered(exercise, source), tools)

    problems.extend(_reference(spec, grade(exercise, answered(exercise, spec.reference), tools)))
    if verdict(spec.original).passed:
        problems.append(problem("original.py", "refactor.original-passes"))
    for wrong in spec.wrong:
        problems.extend(_wrong(wrong, verdict(wrong.source)))
    return problems + (list(_complete(exercise)) if exercise.complete else [])


def _reference(spec: RefactorSpec, verdict: Verdict) -> Iterator[Problem]:
    for finding in verdict.findings:
        if finding.ok is False and isinstance(finding.evidence, Cases):
            for row in finding.evidence.rows:
                if row.status != "passed":
                    yield problem("reference.py", "refactor.reference-differs", input=row.input, expected=row.expected, got=row.got)
        elif isinstance(finding.evidence, Compared):
            yield from _compared(spec, finding.evidence)
    if not [name for name in NAMES if spec.aim.figures[name] < spec.before.figures[name]]:
        yield problem("reference.py", "refactor.reference-no-gain")
    for name in worse(spec.before, spec.aim):
        yield problem("reference.py", "refactor.reference-worse", name=name, before=spec.before.figures[name], after=spec.aim.figures[name])


def _compared(spec: RefactorSpec, evidence: Compared) -> Iterator[Problem]:
    if evidence.inputs < LEAST_INPUTS:
        yield problem("generator.py", "refactor.few-inputs", found=evidence.inputs, least=LEAST_INPUTS)
    if evidence.declared and not spec.declared:
        yield problem("reference.py", "refactor.undeclared", count=evidence.declared)
    if evidence.declared > evidence.inputs * MOST_DECLARED:
        yield problem("generator.py", "refactor.much-declared", count=evidence.declared, total=evidence.inputs)


def _wrong(wrong: Wrong, verdict: Verdict) -> Iterator[Problem]:
    rows = [
        row
        for finding in verdict.findings
        if finding.criterion == "behaviour" and isinstance(finding.evidence, Cases)
        for row in finding.evidence.rows
    ]
    if not rows:
        yield problem(wrong.file, "refactor.wrong-passes")
    elif wrong.caught_by not in {row.name for row in rows}:
        yield problem(wrong.file, "refactor.wrong-not-caught", name=wrong.caught_by, caught=", ".join(sorted({row.name for row in rows})))


def _complete(exercise: Exercise[RefactorSpec]) -> Iterator[Problem]:
    spec = exercise.spec
    if len(spec.inputs) < NAMED:
        yield problem("exercise.toml", "refactor.few-named", found=len(spec.inputs), least=NAMED)
    if len(spec.wrong) < WRONGS:
        yield problem("exercise.toml", "refactor.few-wrong", found=len(spec.wrong), least=WRONGS)
