"""What a `tdd` exercise must prove: every requirement changes something, wrong versions are wrong, and the sample sessions are told apart."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from sparring.core.answer import Answer, Code
from sparring.core.exercise import Exercise
from sparring.core.problem import Problem
from sparring.judge.cases import CasesReport
from sparring.judge.script import Script
from sparring.kinds.coding import problem, prove_cases, prove_syntax
from sparring.kinds.kind import Tools
from sparring.kinds.tdd.schema import Sample, TddSpec
from sparring.kinds.tdd.session import Snapshot, Step, log_of, read_runs
from sparring.kinds.tdd.verdicts import Judgement, graded

CASES, REQUIREMENTS, VARIANTS, RIGHTS = 12, 4, 6, 1
OPENED = datetime(2026, 1, 1, tzinfo=UTC)
Judged = Callable[[Answer], Judgement]


def prove(exercise: Exercise[Any], tools: Tools, judged: Judged) -> list[Problem]:
    """Every claim of the exercise that does not hold."""
    spec: TddSpec = exercise.spec
    files: dict[str, str | None] = {"starter.py": spec.starter}
    files |= {f"steps/{each.id}.py": each.source for each in spec.requirements}
    files |= {name: source for name, (source, _) in spec.right.items()}
    problems = list(prove_syntax(files, tools))
    if problems:
        return problems
    problems += _steps(exercise, tools)
    problems += _versions(exercise, tools)
    for sample in spec.samples:
        problems += _session(exercise, sample, judged)
    return problems + (list(_complete(exercise)) if exercise.complete else [])


def _steps(exercise: Exercise[Any], tools: Tools) -> Iterator[Problem]:
    """The author's module after each requirement meets all until then, and not the next."""
    spec: TddSpec = exercise.spec
    for number in range(len(spec.requirements) + 1):
        file = f"steps/{spec.requirements[number - 1].id}.py" if number else "starter.py"
        for place, requirement in enumerate(spec.requirements[: number + 1]):
            failed = _failed(exercise, spec.step(number), requirement.script, tools)
            if place < number and failed:
                yield problem(file, "tdd.step-fails", requirement=requirement.id, case=failed[0])
            if place == number and not failed:
                yield problem(file, "tdd.step-meets-next", requirement=requirement.id)


def _versions(exercise: Exercise[Any], tools: Tools) -> Iterator[Problem]:
    """Other right modules meet everything; wrong versions don't."""
    spec: TddSpec = exercise.spec
    for name, (source, _) in spec.right.items():
        if failed := _failed(exercise, source, spec.script, tools):
            yield problem(name, "tdd.right-fails", case=failed[0])
    for variant in spec.variants:
        if not _failed(exercise, variant.source, spec.script, tools):
            yield problem("exercise.toml", "tdd.variant-is-right", variant=variant.id)


def _failed(exercise: Exercise[Any], source: str, script: Script, tools: Tools) -> list[str]:
    spec: TddSpec = exercise.spec
    report = tools.judge.cases({spec.file: source}, spec.file, script, exercise.budget, alone=False)
    if not isinstance(report, CasesReport):
        return [report.text]
    return [row.name for row in ((report.load_failure,) if report.load_failure else report.failed)]


def _session(exercise: Exercise[Any], sample: Sample, judged: Judged) -> Iterator[Problem]:
    """What is said of a sample session, run by run."""
    spec: TddSpec = exercise.spec
    file = f"logs/{sample.name}.runs"
    names = (spec.file, spec.test_file)
    read = list(read_runs(sample.text, Snapshot(spec.starter, spec.tests), names, {each.id: each.source for each in spec.requirements}))
    wrong = [replace(each, file=file) for each in read if isinstance(each, Problem)]
    if wrong:
        yield from wrong
        return
    answer = recorded(exercise, [each for each in read if isinstance(each, Step)])
    it = judged(answer)
    phases = [run.phase for run in it.course.runs]
    killed = sum(each.killed for each in it.report.judged)
    if phases != list(sample.told.phases):
        yield problem(file, "tdd.other-phases", found=" ".join(phases), notes=" ".join(run.note.id for run in it.course.runs))
    if (it.course.driven, killed) != (sample.told.driven, sample.told.killed):
        yield problem(file, "tdd.other-figures", driven=it.course.driven, killed=killed)
    if graded(it, answer).passed != (sample.name == "good"):
        yield problem(file, "tdd.session-passes" if sample.name != "good" else "tdd.session-fails", met=sum(it.facts.met))
    if sample.name == "good":
        for each in it.report.survived:
            yield problem(file, "tdd.good-misses", variant=each.mutant.id)


def recorded(exercise: Exercise[Any], steps: list[Step]) -> Answer:
    """An answer whose log has these steps, as if the program had seen them: what an author shows is no candidate's word."""
    spec: TddSpec = exercise.spec
    last = next(step.snapshot for step in reversed(steps) if step.snapshot)
    parts = {"module": Code({spec.file: last.code}, spec.file), "tests": Code({spec.test_file: last.tests}, spec.test_file)}
    return Answer(exercise.id, parts, log_of(steps, (spec.file, spec.test_file), OPENED))


def _complete(exercise: Exercise[Any]) -> Iterator[Problem]:
    spec: TddSpec = exercise.spec
    yield from prove_cases(spec.script, exercise.languages, CASES)
    found = {"requirements": len(spec.requirements), "variant": len(spec.variants), "right": len(spec.right)}
    for name, least in (("requirements", REQUIREMENTS), ("variant", VARIANTS), ("right", RIGHTS)):
        if found[name] < least:
            yield problem("exercise.toml", f"tdd.few-{name}", found=found[name], least=least)
    names = {sample.name for sample in spec.samples}
    for name in ("good", "weak", "last"):
        if name not in names:
            yield problem("exercise.toml", "tdd.no-session", name=name)
