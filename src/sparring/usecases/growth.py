"""How the cost of anyone's function grows: a file and a generator of inputs go in, measured curves come out."""

from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from sparring.core.evidence import CostCurve
from sparring.core.problem import JudgeError, UsageError
from sparring.core.text import Message
from sparring.judge.growth import Curve, Growth, Inputs, Subject, measure_growth, parse_claim
from sparring.judge.growth.timed import measure_timed
from sparring.sandbox.interface import Sandbox
from sparring.sandbox.native import PLAIN, NativeSandbox
from sparring.sandbox.own_machine import OwnMachine
from sparring.usecases.app import App
from sparring.usecases.sources import read_source

NOT_THERE = ("not available in the exact engine",)


def measure(app: App, function: str, generator: str, *, own_machine: bool = False) -> Growth:
    """Measure `FILE.py:FUNCTION` on the inputs of `FILE.py:GENERATOR`; UsageError if one of them cannot be read.

    What the exact engine cannot run (threads, modules that it lacks) is measured in seconds: by the native engine where there is one or, with the person's consent
    (`own_machine`), unconfined on this machine; the answer's `engine` says which.
    """
    source, entry = named(function)
    inputs, name = named(generator)
    subject, made = Subject({"solution.py": source}, entry), Inputs(inputs, name)
    found = measure_growth(app.engine, subject, made, memory=True)
    if found.time.sizes or not any(text in found.time.detail for text in NOT_THERE):
        return found
    for sandbox in _others(own_machine):
        with closing(sandbox):
            timed = measure_timed(sandbox, subject, made)
        if timed.time.sizes:
            return timed
    return found


def _others(own_machine: bool) -> Iterator[Sandbox]:
    """The engines that count seconds, the confined one first."""
    with suppress(JudgeError):  # this machine gives no walls
        yield NativeSandbox(PLAIN, workers=1)
    if own_machine:
        yield OwnMachine(consent=True)


def named(spec: str) -> tuple[str, str]:
    """The source and the name that `FILE.py:NAME` stands for; UsageError if it cannot be read."""
    path, _, name = spec.rpartition(":")
    if not path or not name.isidentifier():
        raise UsageError(Message("growth.no-name", {"spec": spec}))
    return read_source(Path(path)), name


def as_json(growth: Growth, claim: str = "") -> dict[str, Any]:
    """The stable JSON shape."""
    found: dict[str, Any] = {"time": _curve(growth.time, growth.time.unit), "memory": None, "engine": growth.engine}
    if growth.memory is not None:
        found["memory"] = _curve(growth.memory, "bytes")
    if claim:
        read = parse_claim(claim)
        found["claim"] = {"text": claim, "class": read, "agrees": read == growth.time.growth if read else None}
    return found


def _curve(curve: Curve, unit: str) -> dict[str, Any]:
    fit = {key: value for key, value in asdict(curve.fit).items() if isinstance(value, str | int | float | bool) or value is None}
    return {
        "class": curve.growth,
        "sizes": list(curve.sizes),
        unit: list(curve.costs),
        "fit": fit,
        "ended": curve.ended,
        "detail": curve.detail,
    }


def evidence(curve: Curve, claim: str = "") -> CostCurve:
    """The curve as evidence, for the renderers."""
    return CostCurve(curve.unit, curve.sizes, curve.costs, (), curve.growth, "", parse_claim(claim) or "")
