import pytest

from sparring.core.evidence import Fault
from sparring.core.exercise import Exercise, FollowUp
from sparring.core.follow_ups import asked_after
from sparring.core.text import Message, Text
from sparring.core.verdict import Finding, Outcome, Status, Verdict, exit_code, ungraded, unreadable

SAY = Message("x")


def verdict(outcome: Outcome, passed: bool, *findings: Finding) -> Verdict:
    return Verdict(outcome, Status.PASSED if passed else Status.WRONG_ANSWER, 0.5, passed, findings, SAY)


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (verdict(Outcome.CORRECT, True), 0),
        (verdict(Outcome.PARTIAL, True), 0),
        (verdict(Outcome.PARTIAL, False), 1),
        (verdict(Outcome.INCORRECT, False), 1),
        (unreadable((), SAY), 1),
        (ungraded((), SAY), 3),
    ],
)
def test_exit_codes_follow_one_table(value, code):
    assert exit_code(value) == code


def test_only_verdicts_about_the_candidate_count():
    assert verdict(Outcome.INCORRECT, False).counts
    assert not unreadable((), SAY).counts
    assert not ungraded((), SAY).counts


@pytest.mark.parametrize(
    "fields",
    [
        (Outcome.CORRECT, Status.PASSED, 1.1, True),
        (Outcome.INCORRECT, Status.PASSED, 0.0, True),
        (Outcome.UNGRADED, Status.PASSED, 0.0, False),
        (Outcome.INCORRECT, Status.INTERNAL, 0.0, False),
    ],
)
def test_verdicts_that_contradict_themselves_cannot_be_made(fields):
    with pytest.raises(ValueError, match=r"score|passed|failure"):
        Verdict(*fields, (), SAY)


def test_follow_ups_depend_on_how_it_went():
    whens = ["correct", "always", "right:a", "missed:b", "missed:a"]
    exercise = Exercise(
        "core:x", "solve", Text("t"), Text("p"), (), "mid", 5, (), "h", None, follow_ups=tuple(FollowUp(when, Text(when)) for when in whens)
    )
    findings = (Finding("a", True, SAY, Fault("")), Finding("b", False, SAY, Fault("")))
    asked = [text.en for text in asked_after(exercise, verdict(Outcome.PARTIAL, False, *findings))]
    assert asked == ["missed:b", "always", "right:a"]
