"""What the machine found in an answer in words, and what the candidate says of it: two counts side by side, neither changing the other."""

from collections.abc import Mapping
from dataclasses import dataclass

from sparring.core.evidence import Passage
from sparring.core.verdict import Finding, Verdict


@dataclass(frozen=True, slots=True)
class Tally:
    """Key points that were said: as the machine read the answer, and as the candidate marked it, of `points`."""

    machine: int
    own: int
    points: int


def is_point(finding: Finding) -> bool:
    """Whether the finding says of a key point whether it was said."""
    return (
        isinstance(finding.evidence, Passage) and finding.evidence.sought is not None and not finding.criterion.startswith("misconception:")
    )


def can_be_marked(finding: Finding) -> bool:
    """Whether the finding reads words: what was run or counted is not a matter of opinion."""
    return is_point(finding) or finding.criterion.startswith("misconception:")


def was_said(finding: Finding, mark: str) -> bool:
    """Whether the candidate said it: as the machine read it, unless their mark (`confirmed`, `wrong`) says otherwise.

    A misconception is a finding that is not ok and was read in the answer.
    """
    read = bool(finding.ok) or finding.criterion.startswith("misconception:")
    return read != (mark == "wrong")


def tally(verdict: Verdict, marks: Mapping[int, str]) -> Tally | None:
    """The two counts; None where nothing was marked, or there are no key points."""
    points = [(number, finding) for number, finding in enumerate(verdict.findings) if is_point(finding)]
    if not points or not any(number in marks for number, _ in points):
        return None
    own = sum(was_said(finding, marks.get(number, "")) for number, finding in points)
    return Tally(sum(bool(finding.ok) for _, finding in points), own, len(points))
