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
MOST_CELLS = 4
"""Cells that are named of each notebook."""


def _look(subject: Subject) -> Iterator[Finding]:
    order, failed, paths, broken = [], [], [], []
    outputs: list[Place] = []
    some: list[Place] = []
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
            order.append(Place(file.path, 0, 0, "", "In [" + ", ".join(map(str, counts[:12])) + (" …]" if len(counts) > 12 else "]")))
        size = sum(len(json.dumps(cell["outputs"])) for cell in cells if cell.get("outputs"))
        if size > BYTES:
            outputs.append(Place(file.path, 0, 0, _kilobytes(size)))
        elif told := _with_data(cells):
            some.append(Place(file.path, 0, 0, told))
        failed += _failed(file, cells)
        paths += _own_paths(file, cells)
    wrong = {
        "notebook-order": order,
        "notebook-outputs": outputs,
        "notebook-outputs-some": some,
        "notebook-failed": failed,
        "notebook-paths": paths,
        "notebook-broken": broken,
    }
    yield from (bad(check, places) for check, places in wrong.items() if places)


def _with_data(cells: list[dict[str, object]]) -> str:
    """The cells whose outputs are tables or text, and how large they are; '' for none. A figure may be what the notebook is there for."""
    kept = [(number, cell, size) for number, cell in enumerate(cells, 1) if (size := sum(map(_data, _outputs(cell))))]
    if not kept:
        return ""
    first = ", ".join(f"In [{_counted(cell, number)}]" for number, cell, _ in kept[:MOST_CELLS])
    return f"{first}{' …' if len(kept) > MOST_CELLS else ''} · {_kilobytes(sum(size for _, _, size in kept))}"


def _counted(cell: dict[str, object], number: int) -> object:
    count = cell.get("execution_count")
    return count if isinstance(count, int) else number


def _data(output: dict[str, object]) -> int:
    """The size of an output that is no figure and no exception."""
    shown = output.get("data")
    figure = isinstance(shown, dict) and any(str(form).startswith(("image/", "application/vnd.")) for form in shown)
    return 0 if figure or output.get("output_type") == "error" else len(json.dumps(output))


def _kilobytes(size: int) -> str:
    return f"{max(1, round(size / 1000))} kB"


def _failed(file: File, cells: list[dict[str, object]]) -> list[Place]:
    """The cells whose stored output is an exception that nobody caught."""
    errors = (
        (number, cell, output) for number, cell in enumerate(cells, 1) for output in _outputs(cell) if output.get("output_type") == "error"
    )
    return [
        Place(file.path, 0, 0, f"In [{_counted(cell, number)}]", f"{output.get('ename', '')}: {output.get('evalue', '')}"[:120])
        for number, cell, output in errors
    ]


def _outputs(cell: dict[str, object]) -> list[dict[str, object]]:
    outputs = cell.get("outputs")
    return [output for output in outputs if isinstance(output, dict)] if isinstance(outputs, list) else []


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
            found.append(Place(file.path, 0, 0, f"In [{_counted(cell, number)}]", match[0][:120]))
    return found


LOOKS: tuple[Look, ...] = (_look,)
WEIGHTS = {
    "notebook-order": Weight(3, 10),
    "notebook-outputs": Weight(2, 5),
    "notebook-outputs-some": Weight(2, 5),
    "notebook-failed": Weight(3, 10),
    "notebook-paths": Weight(4, 10),
    "notebook-broken": Weight(3, 10),
}
