"""The candidate's own marks beside the machine's findings: neither changes the other, both are counted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from sparring.core.verdict import Finding

MarkValue = Literal["said", "not-said", "confirmed", "wrong"]
"""`said`, `not-said`: what the candidate says they said. `confirmed`, `wrong`: the machine's finding is right, is wrong (older records)."""
VALUES: tuple[MarkValue, ...] = get_args(MarkValue)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many of the `points` the machine recognised in the answer, and how many the candidate says they said."""

    points: int
    machine: int
    own: int


def says_said(finding: Finding, value: str) -> bool:
    """Whether, by a mark (the machine's own word if '' or unknown), what the finding speaks of was said."""
    heard = finding.ok is True or (finding.ok is False and _is_claim(finding))
    return {"said": True, "not-said": False, "wrong": not heard}.get(value, heard)


def coverage(findings: Sequence[Finding], marks: Mapping[int, str]) -> Coverage | None:
    """Machine's and own coverage; None where there is nothing to mark. `marks`: the candidate's last word by the finding's number."""
    points = [(number, finding) for number, finding in enumerate(findings) if finding.markable and not _is_claim(finding)]
    if not points:
        return None
    own = sum(says_said(finding, marks.get(number, "")) for number, finding in points)
    return Coverage(len(points), sum(finding.ok is True for _, finding in points), own)


def _is_claim(finding: Finding) -> bool:
    return finding.criterion.startswith("misconception:")
