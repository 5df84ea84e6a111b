"""What is gained is counted on fresh inputs, in fresh interpreters, and only where the answer stays right."""

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from sparring.core.answer import LogEntry
from sparring.core.clock import FakeClock
from sparring.core.evidence import CostCurve, CostTable
from sparring.judge.judge import Judge
from sparring.kinds.coding import answered
from sparring.kinds.kind import Folder, Tools
from sparring.kinds.optimise import KIND
from sparring.kinds.optimise.grader import times_cheaper

SAMPLES = Path(__file__).parents[1] / "samples"


@pytest.fixture(scope="module")
def tools(pool):
    return Tools(Judge(pool), FakeClock(), Random(0))


@pytest.fixture(scope="module")
def exercise():
    return KIND.load(Folder(SAMPLES / "exercise", "samples:optimise"))


@pytest.fixture(scope="module")
def short(exercise):
    """The same without the growth, which takes longer than all the rest."""
    return replace(exercise, spec=replace(exercise.spec, growth=None))


def grade(exercise, tools, source):
    return KIND.grade(exercise, answered(exercise, source), tools)


def finding(verdict, criterion):
    return next((finding for finding in verdict.findings if finding.criterion == criterion), None)


def test_the_solutions_stand_side_by_side_with_their_cost_and_memory(short, tools):
    table = finding(grade(short, tools, "# mine\n" + short.spec.reference), "cheaper").evidence
    same = finding(grade(short, tools, short.spec.reference), "cheaper").evidence
    assert isinstance(table, CostTable)
    assert [row.who for row in same.rows] == [table.rows[0].who, table.rows[1].who, *(row.who for row in table.rows[3:])]
    assert [getattr(row.who, "id", row.who) for row in table.rows[:3]] == ["solutions.yours", "optimise.original", "solutions.reference"]
    assert table.rows[0].instructions == pytest.approx(table.rows[2].instructions, rel=0.02)
    assert all(row.peak_bytes for row in table.rows)
    assert times_cheaper(table) > 10


def test_twice_the_same_counts_and_other_inputs_for_other_code(short, tools):
    first, again, other = (
        grade(short, tools, source) for source in (short.spec.reference, short.spec.reference, short.spec.reference + "\n# x\n")
    )
    assert first == again
    assert first.cost != other.cost


def test_results_kept_between_calls_are_wrong_ones(short, tools):
    verdict = grade(short, tools, (SAMPLES / "wrong_cache.py").read_text())
    assert (verdict.passed, verdict.status) == (False, "wrong-answer")
    assert finding(verdict, "large-input").ok is False


def test_a_table_that_is_made_while_loading_is_charged(short, tools):
    dear = "TABLE = {str(i): i for i in range(40_000)}\n\n\n" + short.spec.reference
    verdict = grade(short, tools, dear)
    row = finding(verdict, "cheaper").evidence.rows[0]
    assert not verdict.passed
    assert finding(verdict, "state").message.id == "optimise.prepared"
    assert row.loading > row.instructions / 2


def test_the_prediction_stands_beside_the_measurement(exercise, tools):
    answer = answered(exercise, exercise.spec.reference)
    claimed = replace(answer, log=(LogEntry(tools.clock.now(), "claim", {"text": "n^2"}),))
    growth = finding(KIND.grade(exercise, claimed, tools), "growth")
    assert isinstance(growth.evidence, CostCurve)
    assert (growth.evidence.claimed, growth.level) == ("n^2", 2)


def test_the_sample_is_proved(short, tools):
    assert KIND.prove(short, tools) == []
    swapped = replace(short, spec=replace(short.spec, slow=short.spec.reference))
    assert "solve.reference-breaks" in {found.message.id for found in KIND.prove(swapped, tools)}


@pytest.mark.parametrize(
    "trick",
    [
        pytest.param("if len(first) == 400:\n        return []", id="knows the size that is measured"),
        pytest.param("if len(first) > 210:\n        return []", id="gives up above what was tried before"),
        pytest.param("second.clear()", id="empties the caller's list"),
        pytest.param("if -7 in first:\n        return []", id="gives up on what no generator makes"),
    ],
)
def test_what_is_cheap_because_it_does_something_else_is_wrong(short, tools, trick):
    verdict = grade(short, tools, short.spec.reference.replace("return [", f"{trick}\n    return ["))
    assert (verdict.passed, finding(verdict, "large-input").ok) == (False, False)


def test_who_is_cheap_only_at_the_measured_sizes_does_not_pass(short, tools):
    detects = short.spec.slow + "\n\nslow = common\n" + short.spec.reference.replace("def common", "def fast")
    detects += f"\n\ndef common(first, second):\n    return (fast if len(first) == {short.spec.goal.size} else slow)(first, second)\n"
    verdict = grade(short, tools, detects)
    found = finding(verdict, "other-sizes")
    between, measured = found.evidence.rows
    assert (verdict.passed, verdict.score, measured.own) == (False, 0.0, False)
    assert between.instructions > 2 * measured.instructions


def test_results_kept_between_calls_do_not_pass_and_both_calls_are_shown(short, tools):
    kept = (
        "KNOWN = {}\n\n\ndef common(first, second):\n    key = tuple(first), tuple(second)\n    if key not in KNOWN:\n        there = set(second)\n"
        "        KNOWN[key] = [name for name in dict.fromkeys(first) if name in there]\n    return list(KNOWN[key])\n"
    )
    verdict = grade(short, tools, kept)
    state = finding(verdict, "state")
    first, again = state.evidence.rows
    assert (state.ok, state.message.id, state.message.params["where"]) == (False, "optimise.kept", "KNOWN")
    assert again.instructions < 0.75 * first.instructions
    assert (verdict.outcome, verdict.passed, verdict.score) == ("partial", False, 0.6)
    allowed = replace(short, spec=replace(short.spec, goal=short.spec.goal.model_copy(update={"keep_results": True})))
    assert finding(grade(allowed, tools, kept), "state").ok is None
