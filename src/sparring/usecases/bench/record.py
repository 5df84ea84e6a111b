"""What was measured, where and when, kept as JSON; the page is made from that and from nothing else."""

import json
import os
import platform
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from sparring.core.clock import Clock
from sparring.sandbox.exact.artifact import engine_id
from sparring.usecases.bench.figures import Cell, Measure, Measured, shown

DATA, PAGE = "benchmarks.json", "benchmarks.md"
Tree = dict[str, Any]
HEAD = """\
# Benchmarks

Made by `sparring bench NAME --save docs` from `benchmarks.json`; every figure can be measured again, each peer from its own package in the same run (`requirements/peers.in`).
The load is the machine's when the run began: figures of speed are worth little where it is not near 0. Counts, classes and statuses are the same on any machine, within one
engine: where a table was made with another engine than the program has now, it says so.

DMOJ's judge is not among the peers: its package is sources in C++ that need a compiler and the headers of libseccomp from the system, so it cannot be put beside the others by
installing packages alone.
"""


def machine() -> Tree:
    """The machine as far as figures depend on it."""
    model = platform.processor() or platform.machine()
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8", "replace").splitlines()
        model = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), model)
    except OSError:
        pass
    load = [round(value, 1) for value in os.getloadavg()] if hasattr(os, "getloadavg") else []
    return {
        "system": platform.system(),
        "release": platform.release(),
        "processor": model,
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "load": load,
    }


def entry(measure: Measure, found: Measured, clock: Clock, engine: str, load: list[float]) -> Tree:
    """One measure's result as JSON. `load`: the machine's load averages when the run began."""
    told = {"title": measure.title, "against": measure.against, "engine": engine, **asdict(found)}
    return {**told, "date": clock.now().date().isoformat(), "machine": {**machine(), "load": load}}


def load(folder: Path) -> Tree:
    """What is recorded in `folder`; nothing if there is no record."""
    path = folder / DATA
    found: Tree = json.loads(path.read_text("utf-8")) if path.exists() else {}
    return found


def save(folder: Path, name: str, told: Tree) -> None:
    """Add or replace one measure's result, and make the page anew."""
    data = dict(sorted({**load(folder), name: told}.items()))
    folder.mkdir(parents=True, exist_ok=True)
    (folder / DATA).write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", "utf-8")
    (folder / PAGE).write_text(page(data), "utf-8")


def page(data: Tree) -> str:
    """The page for people, in Markdown."""
    return HEAD + "".join(_section(name, told) for name, told in data.items())


def _section(name: str, told: Tree) -> str:
    at = told["machine"]
    where = f"{at['processor']}, {at['cores']} cores, {at['system']} {at['release']}, Python {at['python']}, load {'/'.join(map(str, at['load']))}"
    bars = [(bar["what"], bar["found"], bar["bar"], {True: "yes", False: "**no**", None: "not told"}[bar["met"]]) for bar in told["bars"]]
    parts = [
        f"\n## {told['title']}\n",
        f"`sparring bench {name}`, {told['date']}, {told['engine']}; {where}. Against: {told['against']}.\n",
        "" if told["engine"] in ("", engine_id()) else "Made with another engine than the program has now: to be measured again.\n",
        _table(("what", "found", "bar", "met"), bars),
        _table(list(told["rows"][0]), [row.values() for row in told["rows"]]) if told["rows"] else "",
        told["note"] + "\n" if told["note"] else "",
    ]
    return "\n".join(part for part in parts if part)


def _table(columns: Iterable[str], rows: Iterable[Iterable[Cell]]) -> str:
    columns = list(columns)
    told = [[shown(cell).replace("|", "\\|") for cell in row] for row in (columns, *rows)]
    lines = [told[0], ["---"] * len(columns), *told[1:]]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
