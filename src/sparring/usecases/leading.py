"""What a long verdict leads with: what is not right. The rest is told in short, wherever it is shown."""

from collections.abc import Sequence

from sparring.core.evidence import Schedule
from sparring.core.verdict import Finding

MANY = 12
"""Findings from which a plan's verdict is long: it has two dozen."""


def in_short(findings: Sequence[Finding]) -> frozenset[int]:
    """The numbers of the findings that are right, in a plan's verdict of many; none in any other."""
    long = len(findings) >= MANY and any(isinstance(one.evidence, Schedule) for one in findings)
    return frozenset(number for number, one in enumerate(findings) if long and one.ok)


def led(findings: Sequence[Finding]) -> list[int]:
    """The numbers of the findings in the order in which they are told: what is told in short last, and then what is wrong before what is open."""
    short = in_short(findings)
    return sorted(range(len(findings)), key=lambda number: (number in short, bool(short) and findings[number].ok is None))
