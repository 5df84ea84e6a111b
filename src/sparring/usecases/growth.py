"""How the cost of anyone's function grows: a file and a generator of inputs go in, measured curves come out."""

import ast
from collections.abc import Container, Iterator
from contextlib import closing, suppress
from dataclasses import asdict
from pathlib import Path
from typing import Any

from sparring.core.evidence import CostCurve
from sparring.core.problem import JudgeError, UsageError
from sparring.core.text import Message
from sparring.judge.growth import UNDECIDED, Curve, Growth, Inputs, Subject, TwoWays, measure_growth, measure_two_ways, parse_claim, written
from sparring.judge.growth.timed import measure_timed
from sparring.sandbox.interface import Sandbox
from sparring.sandbox.native import PLAIN, NativeSandbox
from sparring.sandbox.own_machine import OwnMachine
from sparring.usecases.app import App
from sparring.usecases.sources import read_source

NOT_THERE = ("not available in the exact engine",)


CHANCE = ("random", "rng")
"""What a generator's last parameter is called where it is not a size (see `judge.growth.Inputs`)."""


def measure_file(app: App, function: str, generator: str, *, own_machine: bool = False, claim: str = "") -> Growth | TwoWays:
    """Measure `FILE.py:FUNCTION` on the inputs of `FILE.py:GENERATOR`; UsageError if one of them cannot be read."""
    source, entry = named(function)
    inputs, name = named(generator)
    found = measure(app, source, entry, Inputs(inputs, name), own_machine=own_machine, claim=claim)
    if not main_curve(found).sizes:
        refuse_unnamed(function, generator)
    return found


def measure(app: App, source: str, entry: str, inputs: Inputs, *, own_machine: bool = False, claim: str = "") -> Growth | TwoWays:
    """Measure the function `entry` of a program. A generator of two sizes, `make(n, m)`, gives a curve for each while the other stays, and one for both together.

    What the exact engine cannot run (threads, modules that it lacks) is measured in seconds: by the native engine where there is one or, with the person's consent
    (`own_machine`), unconfined on this machine; the answer's `engine` says which.
    """
    subject, claimed = Subject({"solution.py": source}, entry), parse_claim(claim)
    if sizes_asked(inputs.source, inputs.name) == 2:
        return measure_two_ways(app.engine, subject, inputs, memory=True, claimed=claimed)
    found = measure_growth(app.engine, subject, inputs, memory=True, claimed=claimed)
    if found.time.sizes or not is_elsewhere(found.time):
        return found
    for sandbox in other_engines(own_machine):
        with closing(sandbox):
            timed = measure_timed(sandbox, subject, inputs)
        if timed.time.sizes:
            return timed
    return found


def is_elsewhere(curve: Curve) -> bool:
    """Whether another engine may be able to run what the exact one could not."""
    return any(text in curve.detail for text in NOT_THERE)


def sizes_asked(source: str, name: str) -> int:
    """How many sizes a generator takes; 1 where its text cannot be read here."""
    try:
        found = [node for node in ast.parse(source).body if isinstance(node, ast.FunctionDef) and node.name == name]
    except (SyntaxError, ValueError, RecursionError):
        return 1
    names = [each.arg for each in (*found[-1].args.posonlyargs, *found[-1].args.args)] if found else []
    return len(names[:-1] if names[-1:] and names[-1] in CHANCE else names) if names else 1


def other_engines(own_machine: bool) -> Iterator[Sandbox]:
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


def refuse_unnamed(*specs: str) -> None:
    """Of what could not be run: UsageError if a `FILE.py:NAME` is not Python, or has no such name. Only then: the engine may know more of the language than this interpreter."""
    for spec in specs:
        source, name = named(spec)
        path = spec.rpartition(":")[0]
        try:
            tree = ast.parse(source)
        except SyntaxError as error:
            raise UsageError(Message("growth.no-python", {"path": path, "line": error.lineno or 0, "why": error.msg})) from error
        except (ValueError, RecursionError):
            continue
        if name not in _names(tree):
            raise UsageError(Message("growth.no-function", {"path": path, "name": name}))


def _names(tree: ast.Module) -> Container[str]:
    """Every name that a module may give itself; of what it takes from elsewhere with `*` all may be there."""
    found: set[str] = set()
    for node in ast.walk(tree):
        match node:
            case (
                ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name) | ast.Name(id=name, ctx=ast.Store())
            ):
                found.add(name)
            case ast.alias(name="*") | ast.Call(func=ast.Name(id="globals" | "exec" | "setattr")):
                return _Any()
            case ast.alias(name=name, asname=other):
                found.add(other or name.partition(".")[0])
    return found


class _Any:
    """Holds every name."""

    def __contains__(self, name: object) -> bool:
        return True


def as_json(growth: Growth | TwoWays, claim: str = "") -> dict[str, Any]:
    """The stable JSON shape. Of two sizes `time` is the curve of both together, and `two_sizes` holds one for each while the other stays at `fixed`."""
    time = main_curve(growth)
    found: dict[str, Any] = {"time": _curve(time), "memory": None, "engine": growth.engine}
    if isinstance(growth, TwoWays):
        found["two_sizes"] = {"fixed": growth.fixed, "n": _curve(growth.n), "m": _curve(growth.m)}
    if growth.memory is not None:
        found["memory"] = _curve(growth.memory)
    if claim:
        agrees = {"right": True, "wrong": False}.get(_held(claim, time))
        found["claim"] = {"text": claim, "class": parse_claim(claim), "agrees": agrees}
    return found


def told(growth: Growth | TwoWays) -> list[tuple[Message, Curve]]:
    """The curves, each with the sentence that says what it shows."""
    memory = [_told("memory", growth.memory)] if growth.memory else []
    if isinstance(growth, TwoWays):
        return [_told("two-n", growth.n), _told("two-m", growth.m), _told("two-both", growth.both), *memory]
    return [_told("time", growth.time), *memory]


def _told(name: str, curve: Curve) -> tuple[Message, Curve]:
    undecided = "-undecided" if curve.growth == UNDECIDED else ""
    return Message(f"growth.{name}{undecided}", {"growth": written(curve.growth)}), curve


def judged(claim: str, curve: Curve) -> Message:
    """What was claimed beside what was measured."""
    return Message(f"growth.claim-{_held(claim, curve)}", {"claim": claim})


def _held(claim: str, curve: Curve) -> str:
    """`unread`, `undecided`, `right` or `wrong`: where the measurement is undecided, nobody was wrong."""
    read = parse_claim(claim)
    return "unread" if read is None else "undecided" if curve.growth == UNDECIDED else "right" if read == curve.growth else "wrong"


def where(growth: Growth | TwoWays) -> Message | None:
    """Which engine measured, where it was not the exact one."""
    if main_curve(growth).unit != "nanoseconds":
        return None
    return Message("growth.unconfined" if growth.engine.startswith("unconfined") else "growth.timed", {"engine": growth.engine})


def main_curve(growth: Growth | TwoWays) -> Curve:
    """The curve of time that a claim is compared with; of two sizes, that of both together."""
    return growth.both if isinstance(growth, TwoWays) else growth.time


def _curve(curve: Curve) -> dict[str, Any]:
    fit = {key: value for key, value in asdict(curve.fit).items() if isinstance(value, str | int | float | bool) or value is None}
    return {
        "class": curve.growth,
        "sizes": list(curve.sizes),
        curve.unit: list(curve.costs),
        "fit": fit,
        "ended": curve.ended,
        "detail": curve.detail,
    }


def stopped(curve: Curve) -> str:
    """The message that tells what stopped a measurement; its detail may go on in the engine's own words after the status."""
    return f"evidence.stopped-{curve.detail.partition(' ')[0]}"


def evidence(curve: Curve, claim: str = "") -> CostCurve:
    """The curve as evidence, for the renderers."""
    return CostCurve(curve.unit, curve.sizes, curve.costs, (), curve.growth, "", parse_claim(claim) or "")
