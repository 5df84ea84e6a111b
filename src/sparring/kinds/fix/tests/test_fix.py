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
BILL = Path(__file__).parents[5] / "packs" / "core" / "exercises" / "fix" / "one-cent-short"
ALL_CASES = "{(1000, 3): [334, 333, 333], (120, 11): [11] * 10 + [10], (2, 3): [1, 1, 0], (90071992547409931, 2): [45035996273704966, 45035996273704965]}"


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


def test_a_table_of_the_cases_is_no_mend(tools):
    bill = KIND.load(Folder(BILL, "core:one-cent-short"))
    listed = bill.spec.buggy.replace("return [", f"return {ALL_CASES}.get((cents, people)) or [")
    verdict = grade(bill, tools, listed)
    assert (verdict.outcome, verdict.passed, verdict.score) == (Outcome.INCORRECT, False, 0.2)
    alive = next(finding for finding in verdict.findings if finding.criterion == "near")
    assert alive.evidence.rows[0].expected != alive.evidence.rows[0].got
    assert grade(bill, tools, bill.spec.mended).score == 1


def test_another_mend_is_not_held_to_the_authors_on_what_nobody_described(tools):
    bill = KIND.load(Folder(BILL, "core:one-cent-short"))
    own = (
        "def split(cents, people):\n"
        "    if people < 1:\n        raise ValueError('nobody pays')\n"
        "    share, rest = divmod(abs(cents), people)\n"
        "    return [share + (n < rest) for n in range(people)]\n"
    )
    assert grade(bill, tools, own).passed
