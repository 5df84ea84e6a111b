"""Reads the `.sm` files of PSPLIB, the literature's collection of scheduling problems (Kolisch and Sprecher, 1997), single mode, renewable resources."""

import re

from sparring.core.problem import UsageError
from sparring.core.text import Message, Param
from sparring.planning.rcpsp import Instance

SECTIONS = {"PRECEDENCE RELATIONS": "links", "REQUESTS/DURATIONS": "needs", "RESOURCEAVAILABILITIES": "capacity"}
MOST_JOBS = 5000
MOST_DURATION = 10_000


def read_sm(name: str, text: str) -> Instance:
    """The instance of a file; UsageError naming what is missing or wrong, what was expected, and where."""
    rows = _rows(text)
    links, needs, capacity = rows["links"], rows["needs"], rows["capacity"]
    for title, key in SECTIONS.items():
        if not rows[key]:
            raise UsageError(Message("planning.sm-section", {"file": name, "section": title}))
    if not text.rstrip().endswith("***"):  # without the last line the last number may be half a number
        raise UsageError(Message("planning.sm-cut", {"file": name, "line": len(text.splitlines())}))
    jobs, most = len(links), capacity[0][1]
    if jobs > MOST_JOBS:
        raise UsageError(Message("planning.too-many", {"where": name, "count": jobs, "most": MOST_JOBS}))
    said = re.search(r"^jobs[^\n:]*:\s*(\d{1,6})", text, re.MULTILINE)
    if said and int(said[1]) != jobs:
        raise UsageError(Message("planning.sm-count", {"file": name, "said": int(said[1]), "found": jobs}))
    before: list[list[int]] = [[] for _ in range(jobs)]
    for number, (line, row) in enumerate(links, 1):
        _fits(name, line, _link_fault(number, row, jobs))
        for other in row[3:]:
            before[other - 1].append(number - 1)
    if len(needs) != jobs:
        raise UsageError(Message("planning.sm-jobs", {"file": name, "links": jobs, "needs": len(needs)}))
    for number, (line, row) in enumerate(needs, 1):
        _fits(name, line, _need_fault(number, row, most))
    durations, wanted = tuple(row[2] for _, row in needs), tuple(tuple(row[3:]) for _, row in needs)
    return Instance(durations, tuple(map(tuple, before)), wanted, tuple(most))


Fault = tuple[str, dict[str, Param]] | None


def _fits(name: str, line: int, fault: Fault) -> None:
    if fault:
        what, params = fault
        raise UsageError(Message(f"planning.sm-{what}", {"file": name, "line": line, **params}))


def _link_fault(number: int, row: list[int], jobs: int) -> Fault:
    """What is wrong with a line of job, mode, how many successors, successors."""
    if row[0] != number:
        return "job", {"expected": number, "found": row[0]}
    if len(row) < 3:
        return "numbers", {"expected": 3, "found": len(row)}
    if row[1] != 1:
        return "mode", {"found": row[1]}
    if len(row) != 3 + row[2]:
        return "successors", {"expected": row[2], "found": len(row) - 3}
    wrong = next((other for other in row[3:] if not number < other <= jobs), None)
    return None if wrong is None else ("successor", {"job": number, "found": wrong, "least": number + 1, "most": jobs})


def _need_fault(number: int, row: list[int], most: list[int]) -> Fault:
    """What is wrong with a line of job, mode, duration, needs."""
    if row[0] != number:
        return "job", {"expected": number, "found": row[0]}
    if len(row) != 3 + len(most):
        return "numbers", {"expected": 3 + len(most), "found": len(row)}
    if not 0 <= row[2] <= MOST_DURATION:
        return "duration", {"found": row[2], "most": MOST_DURATION}
    for resource, (need, has) in enumerate(zip(row[3:], most, strict=True), 1):
        if not 0 <= need <= has:
            return "needs", {"resource": resource, "found": need, "most": has}
    return None


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
        elif current and re.fullmatch(r"\s*-?\d{1,9}(?:\s+-?\d{1,9})*\s*", line):
            found[current].append((number, [int(part) for part in line.split()]))
    return found
