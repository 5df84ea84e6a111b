"""Reads the `.sm` files of PSPLIB, the literature's collection of scheduling problems (Kolisch and Sprecher, 1997), single mode, renewable resources."""

import re

from sparring.core.problem import UsageError
from sparring.core.text import Message
from sparring.planning.rcpsp import Instance

SECTIONS = {"PRECEDENCE RELATIONS": "links", "REQUESTS/DURATIONS": "needs", "RESOURCEAVAILABILITIES": "capacity"}
MOST_JOBS = 5000


def read_sm(name: str, text: str) -> Instance:
    """The instance of a file; UsageError naming what is missing or wrong, and where."""
    rows = _rows(text)
    links, needs, capacity = rows["links"], rows["needs"], rows["capacity"]
    whole = text.rstrip().endswith("***")  # without the last line the last number may be half a number
    if not links or not needs or not capacity or not whole:
        missing = next((title for title, key in SECTIONS.items() if not rows[key]), "RESOURCEAVAILABILITIES")
        raise UsageError(Message("planning.sm-section", {"file": name, "section": missing}))
    kinds, jobs = len(capacity[0][1]), len(links)
    if jobs > MOST_JOBS:
        raise UsageError(Message("planning.too-many", {"where": name, "count": jobs, "most": MOST_JOBS}))
    before: list[list[int]] = [[] for _ in range(jobs)]
    for number, (line, row) in enumerate(links, 1):
        if (
            len(row) < 3
            or row[0] != number
            or row[1] != 1
            or len(row) != 3 + row[2]
            or not all(number < other <= jobs for other in row[3:])
        ):
            raise _line(name, line)
        for other in row[3:]:
            before[other - 1].append(number - 1)
    if len(needs) != jobs:
        raise UsageError(Message("planning.sm-jobs", {"file": name, "links": jobs, "needs": len(needs)}))
    for number, (line, row) in enumerate(needs, 1):
        fits = len(row) == 3 + kinds and row[0] == number
        if not fits or row[2] > 10_000 or any(need > most for need, most in zip(row[3:], capacity[0][1], strict=True)):
            raise _line(name, line)
    durations, wanted = tuple(row[2] for _, row in needs), tuple(tuple(row[3:]) for _, row in needs)
    return Instance(durations, tuple(map(tuple, before)), wanted, tuple(capacity[0][1]))


def _line(name: str, line: int) -> UsageError:
    return UsageError(Message("planning.sm-line", {"file": name, "line": line}))


def _rows(text: str) -> dict[str, list[tuple[int, list[int]]]]:
    """The lines of whole numbers below each title, with their line numbers."""
    found: dict[str, list[tuple[int, list[int]]]] = {key: [] for key in SECTIONS.values()}
    current = ""
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("***"):
            current = ""
        title = next((key for title, key in SECTIONS.items() if line.startswith(title)), None)
        if title:
            current = title
        elif current and re.fullmatch(r"[\s\d]+", line) and line.strip():
            found[current].append((number, [int(part) for part in line.split()]))
    return found
