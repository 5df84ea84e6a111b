"""A mend is judged by what it mends, what it breaks, and how much it touches."""

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from sparring.core.answer import LogEntry
from sparring.core.clock import FakeClock
from sparring.core.evidence import Change
from sparring.core.verdict import Outcome
from sparring.judge.judge import Judge
from sparring.kinds.coding import answered
from sparring.kinds.fix import KIND
from sparring.kinds.fix.proof import prove
from sparring.kinds.kind import Folder, Tools

SAMPLES = Path(__file__).parents[1] / "samples"


@pytest.fixture(scope="module")
def tools(pool):
    return Tools(Judge(pool), FakeClock(), Random(0))


@pytest.fixture(scope="module")
def exercise():
    return KIND.load(Folder(SAMPLES / "exercise", "samples:fix"))


def grade(exercise, tools, source):
    return KIND.grade(exercise, answered(exercise, source), tools)


def test_the_change_is_shown_and_counted_without_comments(exercise, tools):
    source = exercise.spec.mended.replace("    if tags", "    # a default is made once\n\n    if tags")
    change = next(finding.evidence for finding in grade(exercise, tools, source).findings if finding.criterion == "change")
    assert isinstance(change, Change)
    assert (change.added, change.removed, change.usual) == (3, 1, 3)
    assert "-def add_tag(tag, tags=[]):" in change.lines


def test_a_mend_that_breaks_what_worked_earns_nothing(exercise, tools):
    verdict = grade(exercise, tools, exercise.spec.wrong[0].source)
    assert verdict.outcome is Outcome.INCORRECT
    assert verdict.score == 0
    lost = next(finding for finding in verdict.findings if finding.criterion == "kept")
    assert [row.name for row in lost.evidence.rows] == ["keeps_what_it_was_given", "changes_the_list_in_place"]


def test_hints_cost(exercise, tools):
    answer = answered(exercise, exercise.spec.mended)
    hinted = replace(answer, log=(LogEntry(tools.clock.now(), "hint"), LogEntry(tools.clock.now(), "hint")))
    assert KIND.grade(exercise, hinted, tools).score == 0.8


def test_what_does_not_load_is_told(exercise, tools):
    verdict = grade(exercise, tools, "raise RuntimeError('no')\n")
    assert (verdict.outcome, verdict.status, verdict.score) == (Outcome.INCORRECT, "exception", 0)


def test_the_sample_is_proved_and_its_opposite_is_not(exercise, tools):
    assert prove(exercise, tools, KIND.grade) == []
    swapped = replace(exercise, spec=replace(exercise.spec, buggy=exercise.spec.mended, mended=exercise.spec.buggy))
    ids = {problem.message.id for problem in prove(swapped, tools, KIND.grade)}
    assert {"fix.buggy-passes", "solve.reference-fails"} <= ids
