"""A review as text: `file:line severity: what and why`, one remark after another.

The severity may be left out, lines may be a range (`orders.py:12-15`), what follows on lines of its own belongs to the remark before. The file may be named
by its last part where that is no other's.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

SEVERITIES = {
    "blocker": "blocker", "bloccante": "blocker", "critical": "blocker", "major": "major", "grave": "major", "minor": "minor", "lieve": "minor",
    "minore": "minor", "media": "minor", "medio": "minor", "critico": "blocker", "critica": "blocker", "maggiore": "major", "serio": "major",
    "nit": "nit", "dettaglio": "nit", "question": "question", "domanda": "question",
}  # fmt: skip
_HEAD = re.compile(
    r"^\s*(?:[-*+]\s+)?`?(?P<file>[\w./-]+\.\w+):(?P<first>\d+)(?:\s*[-–]\s*(?P<last>\d+))?`?\s*[:,]?\s*"
    rf"(?:[\[(]?(?P<severity>{'|'.join(SEVERITIES)})\b[\])]?\s*[:,–-]?\s*)?(?P<said>.*)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark on lines of a file; `severity` is '' where it was not said."""

    file: str
    first: int
    last: int
    severity: str
    said: str


def remarks(text: str, files: Iterable[str]) -> tuple[Remark, ...]:
    """The remarks of a review, in its order; what stands before the first, a greeting say, is none."""
    names = tuple(files)
    found: list[Remark] = []
    for line in text.splitlines():
        head = _HEAD.match(line)
        if head is not None:
            first = int(head["first"])
            last = max(first, int(head["last"] or first))
            severity = SEVERITIES.get((head["severity"] or "").lower(), "")
            found.append(Remark(_named(head["file"], names), first, last, severity, head["said"].strip()))
        elif found and line.strip():
            found[-1] = replace(found[-1], said=f"{found[-1].said} {line.strip()}".strip())
    return tuple(found)


def _named(written: str, files: tuple[str, ...]) -> str:
    """The file that was meant, by its whole path or an ending that only it has."""
    written = written.removeprefix("./").removeprefix("a/").removeprefix("b/")
    ends = [name for name in files if name == written or name.endswith(f"/{written}")]
    return ends[0] if len(ends) == 1 else written
