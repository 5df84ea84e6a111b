"""What an exercise's cases must prove: each bug is revealed by a case, each case by its own test reveals exactly what it says, every sample is read as declared."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from sparring.core.exercise import Exercise
from sparring.core.plain import Plain
from sparring.core.problem import Problem
from sparring.core.text import Language
from sparring.judge.judge import limits
from sparring.kinds.coding import problem
from sparring.kinds.kind import Tools
from sparring.kinds.test.schema import TestSpec
from sparring.kinds.test.worded.folder import CASES, CHECK
from sparring.kinds.test.worded.listed import read_list
from sparring.kinds.test.worded.schema import Case, Worded
from sparring.sandbox.interface import Job, Raised, Step, StepOutcome, Stopped, Unreadable

SAMPLES = 2
EMPTY = "nothing.py"
CALL = f"""
import sys
sys.modules.pop(module, None)
scope = {{"__name__": {CHECK.removesuffix(".py")!r}}}
exec(compile(source, {CHECK!r}, "exec"), scope)
scope[name]()
"""
"""One case's test, with the module as if nobody had imported it."""


def prove(exercise: Exercise[Any], worded: Worded, tools: Tools) -> Iterator[Problem]:
    """Every claim of the cases that does not hold."""
    yield from _reveals(exercise, worded, tools)
    yield from _said(exercise, worded)
    yield from _samples(exercise, worded)
    if exercise.complete:
        for language in exercise.languages:
            found = sum(sample.language == language for sample in worded.samples)
            if found < SAMPLES:
                yield problem(CASES, "test.case-few-samples", language=language, found=found, least=SAMPLES)


def _reveals(exercise: Exercise[Any], worded: Worded, tools: Tools) -> Iterator[Problem]:
    """Each case's own test passes on every right version and fails on exactly the bugs that it is said to reveal."""
    spec: TestSpec = exercise.spec
    seen: dict[str, set[str]] = {case.id: set() for case in worded.cases}
    for name, source in {"reference.py": spec.reference, **{name: right.source for name, right in spec.right.items()}}.items():
        for failing, why in _told(exercise, worded, source, set(), tools).items():
            yield problem(CHECK, "test.case-rejects", case=failing, right=name, why=why)
    for bug in spec.bugs:
        said = {case.id for case in worded.cases if bug.mutant.id in case.reveals}
        for failing in _told(exercise, worded, bug.mutant.source, said, tools):
            seen[failing].add(bug.mutant.id)
    for case in worded.cases:
        if seen[case.id] != set(case.reveals):
            yield problem(CASES, "test.case-reveals-other", case=case.id, found=_names(seen[case.id]), said=_names(set(case.reveals)))
    for bug in spec.bugs:
        if not any(bug.mutant.id in case.reveals for case in worded.cases):
            yield problem(CASES, "test.case-unreachable", bug=bug.mutant.id)


def _names(found: set[str]) -> str:
    return ", ".join(sorted(found)) or "–"


def _told(exercise: Exercise[Any], worded: Worded, source: str, said: set[str], tools: Tools) -> Mapping[str, str]:
    """The cases whose test fails on a version, each with why; `said`: those that are said to fail.

    All in one interpreter, module and tests loaded anew for each, which takes a third of the time; only what is said otherwise is asked once more with an interpreter
    for each, since what one leaves behind elsewhere may be what the other meets.
    """
    found = _failing(exercise, worded, source, tools, fresh=False)
    return found if set(found) == said else _failing(exercise, worded, source, tools, fresh=True)


def _failing(exercise: Exercise[Any], worded: Worded, source: str, tools: Tools, *, fresh: bool) -> Mapping[str, str]:
    files = {f"{exercise.spec.module}.py": source, EMPTY: "pass\n"}
    given: dict[str, Plain] = {"module": exercise.spec.module, "source": worded.check}
    groups = [[Step("exec", CALL, {**given, "name": _test(case)})] for case in worded.cases]
    outcome = tools.judge.sandbox.run(Job(files, EMPTY, groups, limits(exercise.budget), fresh=fresh))
    if isinstance(outcome, Unreadable):
        return dict.fromkeys((case.id for case in worded.cases), f"{outcome.file}:{outcome.line} {outcome.text}")
    if load := _why(outcome.load):
        return dict.fromkeys((case.id for case in worded.cases), load)
    told = {case.id: _why(group[0]) for case, group in zip(worded.cases, outcome.groups, strict=True)}
    return {name: why for name, why in told.items() if why}


def _why(outcome: StepOutcome | None) -> str:
    """Why a test did not pass; '' if it did."""
    if outcome is None:
        return "-"
    if isinstance(outcome.result, Raised):
        return f"{outcome.result.type}: {outcome.result.text}"[:200]
    return str(outcome.result.why) if isinstance(outcome.result, Stopped) else ""


def _test(case: Case) -> str:
    return f"test_{case.id.replace('-', '_')}"


def _said(exercise: Exercise[Any], worded: Worded) -> Iterator[Problem]:
    """A case as the author says it is read as that case."""
    for case in worded.cases:
        for language in _languages(exercise):
            lines = read_list(f"- {case.says.to(language)}", worded, exercise.prompt.to(language), language)
            if len(lines) != 1 or lines[0].kind != "case" or case not in lines[0].cases:
                got = "; ".join(f"{line.kind} {_names({each.id for each in line.cases})}" for line in lines)
                yield problem(CASES, "test.case-not-read", case=case.id, language=language, got=got or "–")


def _samples(exercise: Exercise[Any], worded: Worded) -> Iterator[Problem]:
    for number, sample in enumerate(worded.samples, 1):
        lines = read_list(sample.text, worded, exercise.prompt.to(sample.language), sample.language)
        cases = {case.id for line in lines if line.kind == "case" for case in line.cases}
        contrary = {case.id for line in lines if line.kind == "contrary" for case in line.cases}
        others = Counter(line.kind for line in lines if line.kind not in ("case", "contrary"))
        told = "; ".join(
            f"{sample.text[line.start : line.end][:60]!r} {line.kind} {_names({each.id for each in line.cases})}" for line in lines
        )
        if (cases, contrary, dict(others)) != (set(sample.cases), set(sample.contrary), sample.lines):
            yield problem(CASES, "test.case-sample", number=number, got=told)


def _languages(exercise: Exercise[Any]) -> list[Language]:
    known: tuple[Language, ...] = ("en", "it")
    return [language for language in known if language in exercise.languages]
