"""Runs the candidate's suite on right versions of the module and on wrong ones."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random
from typing import Any

from sparring.core.answer import Answer, Prose, Raw
from sparring.core.exercise import Exercise
from sparring.core.problem import Problem
from sparring.core.verdict import Verdict
from sparring.judge.mutants import Mutant, Report, Subject, Suite, read_suite
from sparring.kinds.kind import Folder, Tools
from sparring.kinds.reading import read_parts
from sparring.kinds.test import verdicts
from sparring.kinds.test.folder import CASES, load
from sparring.kinds.test.proof import prove
from sparring.kinds.test.schema import TestSpec
from sparring.kinds.test.worded import verdict as worded
from sparring.kinds.test.worded.proof import prove as prove_cases
from sparring.kinds.test.worded.schema import Worded


class Test:
    """The kind `test`."""

    __test__ = False
    id = "test"

    def load(self, folder: Folder) -> Exercise[TestSpec] | tuple[Problem, ...]:
        """Read the folder."""
        return load(folder)

    def read(self, exercise: Exercise[TestSpec], raw: Raw) -> Answer | tuple[Problem, ...]:
        """The tests that were written."""
        return read_parts(exercise, raw)

    def run(self, exercise: Exercise[TestSpec], answer: Answer, tools: Tools) -> Verdict:
        """On the right versions only: whether the suite is green where it must be."""
        if (listed := _listed(exercise, answer)) and "tests" not in answer.parts:
            return worded.tried(exercise, *listed)
        suite = _suite(answer)
        return verdicts.tried(exercise.spec, suite, _report(exercise.spec, suite, tools, ()))

    def grade(self, exercise: Exercise[TestSpec], answer: Answer, tools: Tools) -> Verdict:
        """On the right versions and on all wrong ones."""
        listed = _listed(exercise, answer)
        if listed and "tests" not in answer.parts:
            return worded.graded(exercise, *listed, answer, tools)
        suite = _suite(answer)
        verdict = verdicts.graded(exercise.spec, suite, _report(exercise.spec, suite, tools, _variants(exercise.spec)), answer)
        if listed is None or not verdict.counts:
            return verdict
        return replace(verdict, findings=(*verdict.findings, *worded.beside(exercise, *listed, answer, tools)))

    def prove(self, exercise: Exercise[Any], tools: Tools) -> Sequence[Problem]:
        """See `proof.py`."""
        spec: TestSpec = exercise.spec

        def judged(source: str, variants: Sequence[Mutant] | None = None) -> Report:
            return _report(spec, read_suite({spec.slot: source}), tools, _variants(spec) if variants is None else variants)

        return [*prove(exercise, judged, tools), *(prove_cases(exercise, spec.worded, tools) if spec.worded else ())]


def _listed(exercise: Exercise[TestSpec], answer: Answer) -> tuple[Worded, Prose] | None:
    """The cases in words that were handed in, and what is known of the exercise's; None where there are none."""
    known = exercise.spec.worded
    return (known, answer.prose(CASES)) if known and CASES in answer.parts else None


def _suite(answer: Answer) -> Suite:
    return read_suite(answer.code("tests").files)


def _variants(spec: TestSpec) -> Sequence[Mutant]:
    return [*(bug.mutant for bug in spec.bugs), *spec.generated]


def _report(spec: TestSpec, suite: Suite, tools: Tools, variants: Sequence[Mutant]) -> Report:
    right = {name: each.source for name, each in spec.right.items()}
    places = Random(tools.random.getrandbits(64))
    return tools.judge.suite(Subject(f"{spec.module}.py", spec.reference), suite, variants, right, places, verdicts.MOST_TESTS)
