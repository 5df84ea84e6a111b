"""A plan as people type it: one line a task, `api: anna, 2.5`."""

import re
from collections.abc import Iterable

LINE = re.compile(
    r"(?P<task>[\w.~-]+)\s*:\s*(?:(?P<person>[\w.-]+)\s*,?\s*(?:day|giorno)?\s*(?P<day>\d{1,4}(?:[.,]\d+)?))?\s*(?:#.*)?", re.IGNORECASE
)


def placements(text: str) -> dict[str, tuple[str, float]]:
    """Person and day by task, of the lines that say both."""
    found = {}
    for line in text.splitlines():
        match = LINE.fullmatch(line.strip())
        if match and match["person"]:
            found[match["task"]] = (match["person"], float(match["day"].replace(",", ".")))
    return found


def lines(rows: Iterable[tuple[str, str, str]]) -> str:
    """Task, person and day as lines; what is not given to anybody, or from no day on, is left open."""
    return "".join(f"{task}: {person}, {day}\n" if person and day else f"{task}:\n" for task, person, day in rows)
