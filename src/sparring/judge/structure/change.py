"""What an edit changed, as a diff, and how large it is in lines of code."""

import difflib

from sparring.core.evidence import Change

AROUND = 2
"""Unchanged lines shown on either side."""


def change(before: str, after: str, file: str = "solution.py", usual: int = 0) -> Change:
    """The diff between two sources; blanks at the end of a line are no change. Lines that are empty or only a comment are shown and not counted."""
    old, new = ([line.rstrip() for line in text.rstrip().splitlines()] for text in (before, after))
    lines: list[str] = []
    for line in list(difflib.unified_diff(old, new, n=AROUND, lineterm=""))[2:]:
        if not line.startswith("@@"):
            lines.append(line)
        elif lines:
            lines.append("@")
    return Change(file, tuple(lines), _code(lines, "+"), _code(lines, "-"), usual)


def size(edit: Change) -> int:
    """How large the edit is: a line that became another one counts once."""
    return max(edit.added, edit.removed)


def _code(lines: list[str], sign: str) -> int:
    return sum(line.startswith(sign) and bool(text := line[1:].strip()) and not text.startswith("#") for line in lines)
