"""A session of runs as a drawing: a lane for each requirement, a mark for each run. Pure."""

from dataclasses import dataclass

from sparring.core.evidence import RunRow, RunTimeline
from sparring.core.text import Text

LETTERS = {"red": "R", "stray": "×", "green": "G", "ahead": "G+", "unseen": "?", "refactor": "F", "tidy": "T", "left": "–"}
"""What stands in a mark beside its colour and its form."""


@dataclass(frozen=True, slots=True)
class Lane:
    """A requirement and the runs that belong to it, in order."""

    number: int
    text: Text
    rows: tuple[RunRow, ...]


def lanes(evidence: RunTimeline) -> tuple[Lane, ...]:
    """A lane for each requirement that appeared."""
    return tuple(
        Lane(number, text, tuple(row for row in evidence.rows if row.requirement == number))
        for number, text in enumerate(evidence.requirements, 1)
    )


def phases(evidence: RunTimeline) -> tuple[tuple[str, str], ...]:
    """The phases that occur, each with its letter."""
    return tuple((phase, letter) for phase, letter in LETTERS.items() if any(row.phase == phase for row in evidence.rows))
