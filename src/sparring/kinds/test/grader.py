"""Runs the candidate's suite on right versions of the module and on wrong ones."""

from collections.abc import Sequence
from random import Random
from typing import Any

from sparring.core.answer import Answer, Raw
from sparring.core.exercise import Exercise
from sparring.core.problem import Problem
from sparring.core.verdict import Verdict
from sparring.judge.mutants import Mutant, Report, Subject, Suite, read_suite
from sparring.kinds.kind import Folder, Tools
from sparring.kinds.reading import read_parts
from sparring.kinds.test import verdicts
from sparring.kinds.test.folder import load
from sparring.kinds.test.proof import prove
from sparring.kinds.test.schema import TestSpec


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
        suite = _suite(answer)
        return verdicts.tried(exercise.spec, suite, _report(exercise.spec, suite, tools, ()))

    def grade(self, exercise: Exercise[TestSpec], answer: Answer, tools: Tools) -> Verdict:
        """On the right versions and on all wrong ones."""
        suite = _suite(answer)
        return verdicts.graded(exercise.spec, suite, _report(exercise.spec, suite, tools, _variants(exercise.spec)), answer)

    def prove(self, exercise: Exercise[Any], tools: Tools) -> Sequence[Problem]:
        """See `proof.py`."""
        spec: TestSpec = exercise.spec

        def judged(source: str, variants: Sequence[Mutant] | None = None) -> Report:
            return _report(spec, read_suite({spec.slot: source}), tools, _variants(spec) if variants is None else variants)

        return prove(exercise, judged, tools)


def _suite(answer: Answer) -> Suite:
    return read_suite(answer.code("tests").files)


def _variants(spec: TestSpec) -> Sequence[Mutant]:
    return [*(bug.mutant for bug in spec.bugs), *spec.generated]


def _report(spec: TestSpec, suite: Suite, tools: Tools, variants: Sequence[Mutant]) -> Report:
    right = {name: each.source for name, each in spec.right.items()}
    places = Random(tools.random.getrandbits(64))
    return tools.judge.suite(Subject(f"{spec.module}.py", spec.reference), suite, variants, right, places)
