"""Notebooks: whether somebody else can run them from top to bottom, and what yesterday left in them."""

import json
import re
from collections.abc import Iterator

from sparring.core.evidence import Place
from sparring.core.verdict import Finding
from sparring.portfolio.check import Look, Subject, Weight, bad
from sparring.portfolio.repository import File

_OWN_PATH = re.compile(r"[\"'](/(home|Users)/[^\"']+|[A-Z]:\\\\[^\"']+)[\"']")
BYTES = 200_000
"""Outputs beyond which a difference of two versions cannot be read any more."""


def _look(subject: Subject) -> Iterator[Finding]:
    order, outputs, paths, broken = [], [], [], []
    for file in subject.repository.files:
        if not file.path.endswith(".ipynb"):
            continue
        cells = _cells(subject.repository.text(file))
        if cells is None:
            if subject.repository.content(file):
                broken.append(Place(file.path, 0, 0, ""))
            continue
        counts = [count for cell in cells if isinstance(count := cell.get("execution_count"), int)]
        if counts != sorted(counts) or len(set(counts)) < len(counts):
            order.append(Place(file.path, 0, 0, "", "In [" + ", ".join(map(str, counts[:12])) + " …]"))
        size = sum(len(json.dumps(cell.get("outputs", []))) for cell in cells)
        if size > BYTES:
            outputs.append(Place(file.path, 0, 0, f"{size / 1000:.0f} kB"))
        paths += _own_paths(file, cells)
    for check, places in (("notebook-order", order), ("notebook-outputs", outputs), ("notebook-paths", paths), ("notebook-broken", broken)):
        if places:
            yield bad(check, places)


def _cells(text: str) -> list[dict[str, object]] | None:
    try:
        cells = json.loads(text)["cells"]
        return [cell for cell in cells if isinstance(cell, dict) and cell.get("cell_type") == "code"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _own_paths(file: File, cells: list[dict[str, object]]) -> list[Place]:
    found = []
    for number, cell in enumerate(cells, 1):
        source = cell.get("source", "")
        match = _OWN_PATH.search("".join(map(str, source)) if isinstance(source, list) else str(source))
        if match:
            found.append(Place(file.path, 0, 0, f"cell {number}", match[0][:120]))
    return found


LOOKS: tuple[Look, ...] = (_look,)
WEIGHTS = {
    "notebook-order": Weight(3, 10),
    "notebook-outputs": Weight(2, 5),
    "notebook-paths": Weight(4, 10),
    "notebook-broken": Weight(3, 10),
}
