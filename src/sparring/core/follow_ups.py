"""Which follow-ups an interviewer would ask after a verdict."""

from sparring.core.exercise import Exercise
from sparring.core.text import Text
from sparring.core.verdict import Outcome, Verdict


def asked_after(exercise: Exercise[object], verdict: Verdict) -> tuple[Text, ...]:
    """The exercise's follow-ups whose condition holds for `verdict`, what was missed first."""
    holds = [follow_up for follow_up in exercise.follow_ups if _holds(follow_up.when, verdict)]
    return tuple(follow_up.text for follow_up in sorted(holds, key=lambda follow_up: not follow_up.when.startswith("missed:")))


def _holds(when: str, verdict: Verdict) -> bool:
    condition, _, criterion = when.partition(":")
    if condition == "missed":
        return any(finding.criterion == criterion and finding.missed for finding in verdict.findings)
    if condition == "right":
        return any(finding.criterion == criterion and finding.ok for finding in verdict.findings)
    return condition == "always" or verdict.outcome is Outcome(condition)
