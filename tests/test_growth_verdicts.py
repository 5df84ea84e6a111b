"""What the candidate claims of the cost is set against what is measured."""

from random import Random

import pytest

from sparring.core.answer import Answer, Code, LogEntry
from sparring.core.clock import FakeClock
from sparring.judge.judge import Judge
from sparring.kinds.kind import Tools
from sparring.kinds.solve import KIND
from tests.test_kinds import KINDS, load


@pytest.fixture(scope="module")
def tools(pool):
    return Tools(Judge(pool), FakeClock(), Random(0))


def growth(tools, sample: str, claim: str):
    source = (KINDS / "solve" / "samples" / f"{sample}.py").read_text()
    log = (LogEntry(tools.clock.now(), "claim", {"text": claim}),) if claim else ()
    verdict = KIND.grade(load("solve"), Answer("samples:solve", {"solution": Code({"solution.py": source})}, log), tools)
    return next(finding for finding in verdict.findings if finding.criterion == "growth"), verdict


@pytest.mark.parametrize(
    ("sample", "claim", "ok", "message", "level"),
    [
        ("correct", "O(n)", True, "solve.claim-right", 3),
        ("correct", "", True, "solve.grows-well", 3),
        ("correct", "quadratic", True, "solve.claim-differs", 2),
        ("correct", "fast enough", True, "solve.grows-well", 3),
        ("partial_slow", "O(n²)", False, "solve.grows-too-fast-as-claimed", 2),
        ("partial_slow", "", False, "solve.grows-too-fast", 1),
        ("partial_slow", "linear", False, "solve.grows-too-fast-unlike-claimed", 2),
    ],
)
def test_claims_are_set_against_measurements(tools, sample, claim, ok, message, level):
    finding, _ = growth(tools, sample, claim)
    assert (finding.ok, finding.message.id, finding.level) == (ok, message, level)


def test_right_but_too_slow_is_partly_right_and_does_not_pass(tools):
    finding, verdict = growth(tools, "partial_slow", "")
    assert verdict.summary.id == "solve.summary-too-slow"
    assert not verdict.passed
    assert verdict.score == 0.6
    assert len(finding.evidence.reference) == len(finding.evidence.sizes) == len(finding.evidence.costs)
    assert finding.evidence.costs[-1] > 10 * finding.evidence.reference[-1]


@pytest.mark.parametrize("limit", [200, 1000])
def test_right_on_small_inputs_only_is_wrong_with_the_size_and_what_came_out(tools, limit):
    source = f"def pairs(items):\n    found = items[:{limit}]\n    return list(zip(found, found[1:]))\n"
    verdict = KIND.grade(load("solve"), Answer("samples:solve", {"solution": Code({"solution.py": source})}, ()), tools)
    assert (verdict.passed, verdict.outcome, verdict.summary.id) == (False, "partial", "solve.summary-wrong-when-large")
    finding = next(finding for finding in verdict.findings if finding.criterion == "large-input")
    row = finding.evidence.rows[0]
    assert finding.message.params["size"] > limit
    assert row.got != row.expected
    assert not [finding for finding in verdict.findings if finding.criterion == "growth"]
