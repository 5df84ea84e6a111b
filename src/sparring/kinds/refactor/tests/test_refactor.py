"""Behaviour is kept but for what is declared; the inputs are fresh for each submission; what changes it is shown on the smallest input."""

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from sparring.core.clock import FakeClock
from sparring.core.exercise import Exercise
from sparring.core.verdict import Outcome
from sparring.judge.judge import Judge
from sparring.kinds.coding import answered
from sparring.kinds.kind import Folder, Tools
from sparring.kinds.refactor import KIND
from sparring.kinds.refactor.proof import _reference, _wrong

SAMPLES = Path(__file__).parents[1] / "samples"


@pytest.fixture(scope="module")
def tools(pool):
    return Tools(Judge(pool), FakeClock(), Random(0))


@pytest.fixture(scope="module")
def exercise():
    return KIND.load(Folder(SAMPLES / "exercise", "samples:refactor"))


def grade(exercise, tools, source):
    return KIND.grade(exercise, answered(exercise, source), tools)


def evidence(verdict, criterion):
    return next(finding.evidence for finding in verdict.findings if finding.criterion == criterion)


def test_more_than_two_hundred_inputs_are_compared(exercise, tools):
    compared = evidence(grade(exercise, tools, exercise.spec.reference), "behaviour")
    assert compared.inputs > 207 + 40
    assert 0 < compared.declared < compared.inputs // 2
    assert compared.raised == compared.declared


def test_who_detects_an_input_that_was_seen_gains_nothing(exercise, tools):
    """The inputs are made anew for another submission: a table of those of the last one is of no use."""
    noted = exercise.spec.original.replace("    result = 0\n", "    result = 0\n    print(items)\n", 1)
    rows = evidence(grade(exercise, tools, noted), "behaviour").rows
    assert {row.name for row in rows} >= {"smallest", "empty"}


def test_a_changed_argument_is_seen(exercise, tools):
    source = exercise.spec.reference.replace("    return sum(", "    items.reverse()\n    return sum(")
    verdict = grade(exercise, tools, source)
    assert verdict.findings[0].message.id == "refactor.changed-arguments"
    assert not verdict.passed


def test_another_exception_than_the_declared_one_is_a_change(exercise, tools):
    verdict = grade(exercise, tools, exercise.spec.reference.replace("raise ValueError", "raise KeyError"))
    assert verdict.findings[0].message.id == "refactor.changed-exception"
    smallest, named = verdict.findings[0].evidence.rows
    assert smallest.input == "total([('', 0, 0)])"
    assert (named.name, named.expected, named.got) == ("unknown-kind", "ValueError: unknown kind: gold", "KeyError: 'unknown kind: gold'")


def test_what_hangs_on_an_input_is_stopped_and_told(exercise, tools):
    source = exercise.spec.reference.replace("    limit, share", "    while pieces == 3:\n        pass\n    limit, share")
    verdict = grade(exercise, tools, source)
    assert verdict.status == "time-limit"


def test_what_does_not_load_is_told(exercise, tools):
    verdict = grade(exercise, tools, "import no_such_module\n")
    assert (verdict.outcome, verdict.findings[0].message.id) == (Outcome.INCORRECT, "solve.does-not-load")


def test_the_sample_is_proved_and_what_is_not_so_is_a_problem(exercise, tools):
    assert KIND.prove(exercise, tools) == []
    verdict = grade(exercise, tools, exercise.spec.reference)
    assert [found.message.id for found in _reference(replace(exercise.spec, declared={}), verdict)] == ["refactor.undeclared"]
    wrong = exercise.spec.wrong[0]
    caught = grade(exercise, tools, wrong.source)
    assert [found.message.id for found in _wrong(replace(wrong, caught_by="empty"), caught)] == ["refactor.wrong-not-caught"]
    assert [found.message.id for found in _wrong(wrong, verdict)] == ["refactor.wrong-passes"]


def test_names_and_arguments_of_inputs_are_checked(tmp_path):
    for path in (SAMPLES / "exercise").rglob("*"):
        target = tmp_path / path.relative_to(SAMPLES / "exercise")
        target.mkdir(parents=True, exist_ok=True) if path.is_dir() else target.write_bytes(path.read_bytes())
    table = (tmp_path / "exercise.toml").read_text().replace("([],)", "[open('x')]").replace('"over-the-limit"\nen', '"nobody"\nen')
    (tmp_path / "exercise.toml").write_text(table)
    problems = KIND.load(Folder(tmp_path, "samples:refactor"))
    assert not isinstance(problems, Exercise)
    assert {problem.message.id for problem in problems} == {"refactor.no-arguments", "refactor.no-input"}
