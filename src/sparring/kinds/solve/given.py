"""What a half-written starter gives must still be there: who completes code does not write it anew.

A gap is a line of the starter that holds only `...` or `raise NotImplementedError`; every other line of code must stand in the answer, in the same order. Comments and empty
lines are nobody's.
"""

from sparring.core.evidence import Place
from sparring.core.text import Message
from sparring.core.verdict import Dimension, Finding
from sparring.judge.structure import change

GAPS = ("...", "raise NotImplementedError", "raise NotImplementedError()")


def code_lines(source: str) -> list[str]:
    """The lines of code, without blanks at their end."""
    return [line.rstrip() for line in source.splitlines() if line.strip() and not line.strip().startswith("#")]


def gaps(starter: str) -> int:
    """How many gaps a starter has."""
    return sum(line.strip() in GAPS for line in code_lines(starter))


def open_finding(starter: str, answer: str, file: str) -> tuple[Finding, ...]:
    """That gaps of a half-written starter are as empty as they were, with the first one's line: before all the cases that fail for it."""
    empty = [number for number, line in enumerate(answer.splitlines(), 1) if line.strip() in GAPS]
    if not empty or not gaps(starter):
        return ()
    message = Message("solve.gaps-open", {"count": len(empty), "line": empty[0]})
    return (Finding("gaps", False, message, Place(file, empty[0], 0, answer.splitlines()[empty[0] - 1].strip()), Dimension.CODE),)


def given_lines(starter: str) -> list[str]:
    """What the starter gives: its lines of code but for the gaps."""
    return [line for line in code_lines(starter) if line.strip() not in GAPS]


def lost(starter: str, answer: str) -> list[str]:
    """The given lines that do not stand in the answer, in their order."""
    rest, missing = code_lines(answer), []
    for line in given_lines(starter):
        if line in rest:
            rest = rest[rest.index(line) + 1 :]
        else:
            missing.append(line)
    return missing


def given_finding(starter: str, answer: str) -> Finding:
    """Whether what was given was kept, with the diff. It supports no level: who deletes nothing has designed nothing."""
    missing = lost(starter, answer)
    message = Message("solve.given-lost" if missing else "solve.given-kept", {"count": len(missing) or len(given_lines(starter))})
    return Finding("given", not missing, message, change(starter, answer), Dimension.CODE)
