import pytest

from sparring.core.evidence import Cases, Passage
from sparring.core.text import Message, Text
from sparring.core.verdict import Finding, Outcome, Status, Verdict
from sparring.usecases.tally import Tally, can_be_marked, tally, was_said

SAID, SO = Text("names bind"), Message("explain.point-covered")
COVERED = Finding("a", True, SO, Passage("x", (), SAID))
MISSING = Finding("b", False, SO, Passage("x", (), SAID))
BELIEF = Finding("misconception:c", False, SO, Passage("x"))
EXACT = Finding("correctness", True, SO, Cases(()))


def verdict(*findings: Finding) -> Verdict:
    return Verdict(Outcome.PARTIAL, Status.WRONG_ANSWER, 0.5, False, findings, SO)


@pytest.mark.parametrize(
    ("marks", "own"), [({0: "confirmed"}, 1), ({0: "wrong"}, 0), ({1: "wrong"}, 2), ({1: "confirmed"}, 1), ({0: "wrong", 1: "wrong"}, 1)]
)
def test_the_candidates_count_stands_beside_the_machines(marks, own):
    assert tally(verdict(COVERED, MISSING, BELIEF), marks) == Tally(1, own, 2)


def test_nothing_is_counted_that_nobody_marked():
    assert tally(verdict(COVERED), {}) is None
    assert tally(verdict(BELIEF), {0: "wrong"}) is None
    assert tally(verdict(EXACT), {0: "wrong"}) is None


def test_only_what_was_read_in_words_can_be_marked():
    assert [can_be_marked(finding) for finding in (COVERED, MISSING, BELIEF, EXACT)] == [True, True, True, False]


def test_a_misconception_was_said_unless_the_candidate_says_otherwise():
    assert [was_said(BELIEF, mark) for mark in ("", "confirmed", "wrong")] == [True, True, False]
