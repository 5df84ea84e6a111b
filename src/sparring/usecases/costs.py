"""Where the cost of anyone's function goes: a file and a generator of inputs go in, costs by line and by function come out."""

from contextlib import closing
from dataclasses import asdict
from typing import Any

from sparring.core.problem import UsageError
from sparring.core.text import Message
from sparring.judge.growth import Inputs
from sparring.judge.profile import Profile, profile
from sparring.usecases.app import App
from sparring.usecases.growth import NOT_THERE, named, other_engines, refuse_unnamed

MOST_SIZE = 10_000_000


def measure_file(app: App, function: str, generator: str, size: int | None = None, *, own_machine: bool = False) -> tuple[Profile, str]:
    """Profile `FILE.py:FUNCTION` on the input of `FILE.py:GENERATOR`; UsageError if one of them cannot be read. The profile and the file's text."""
    source, entry = named(function)
    inputs, name = named(generator)
    found = measure(app, source, entry, Inputs(inputs, name), size, own_machine=own_machine)
    if found.why:
        refuse_unnamed(function, generator)
    return found, source


def measure(app: App, source: str, entry: str, inputs: Inputs, size: int | None = None, *, own_machine: bool = False) -> Profile:
    """Profile one call of `entry`. What the exact engine cannot run is measured in nanoseconds, behind the native engine's walls or, with consent, on this machine."""
    if size is not None and not 0 < size <= MOST_SIZE:
        raise UsageError(Message("profile.bad-size", {"size": size, "most": MOST_SIZE}))
    files = {"solution.py": source}
    found = profile(app.engine, files, entry, inputs, size)
    if not found.why or not any(text in found.detail for text in NOT_THERE):
        return found
    for sandbox in other_engines(own_machine):
        with closing(sandbox):
            timed = profile(sandbox, files, entry, inputs, size, exact=False)
        if not timed.why:
            return timed
    return found


def as_json(found: Profile, source: str) -> dict[str, Any]:
    """The stable JSON shape; the cost is named by its unit."""
    texts = source.splitlines()
    lines = [{**asdict(line), "source": texts[line.line - 1].strip() if 0 < line.line <= len(texts) else ""} for line in found.lines]
    return {
        "size": found.size,
        found.unit: found.cost,
        "unit": found.unit,
        "engine": found.engine,
        "accounted": round(found.accounted, 4),
        "lines": [line for line in lines if line["hits"]],
        "functions": [asdict(function) for function in found.functions],
        "memory": {"peak_bytes": found.peak, "peak_line": found.peak_line, "lines": [asdict(line) for line in found.memory]},
        "why": found.why,
        "detail": found.detail,
    }
