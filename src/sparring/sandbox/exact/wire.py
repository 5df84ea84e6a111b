"""The form in which jobs and outcomes travel between processes: JSON, values inside as the text of `core.plain`. Never pickles.

A request: {"files", "main", "script", "memory", "fresh", "late", "gate",
"printing_ends", "limits": [...], "groups": [[[mode, source, {name: text}, [name, text] | null], ...], ...]}.
An outcome: {"load": step, "groups": [[step | null, ...], ...], "instructions": n} or {"unreadable": text}, and a step
[kind, payload, output, instructions, peak | null]. What candidates' code can influence (payloads) is checked when it is read. Names, exceptions' texts
and output become readable here (`core.text.readable`); values stay exactly as they are, because they are compared.
"""

from collections.abc import Sequence
from dataclasses import astuple
from typing import Any, BinaryIO, TypeAlias

from sparring.core import plain
from sparring.core.text import readable
from sparring.sandbox.interface import (
    PRINTED,
    Frame,
    Job,
    JobOutcome,
    Limits,
    NotPlain,
    Raised,
    Result,
    Step,
    StepOutcome,
    Stop,
    Stopped,
    Unreadable,
    Value,
)

Tree: TypeAlias = dict[str, Any]
MAX_FRAME = 1 << 30
FORGED = Stopped(Stop.FORBIDDEN, "forged answer")


def request_of(job: Job) -> Tree:
    """A job in the wire's form."""
    return {
        "files": dict(job.files),
        "main": job.main,
        "script": job.as_script,
        "memory": job.measure_memory,
        "fresh": job.fresh or job.late,
        "late": job.late,
        "gate": job.gate,
        "printing_ends": job.printing_ends,
        "limits": astuple(job.limits),
        "groups": [[_step_request(step) for step in group] for group in job.groups],
    }


def _step_request(step: Step) -> list[Any]:
    source = step.source.encode("utf-8", "backslashreplace").decode()
    return [step.mode, source, {name: plain.encode(value) for name, value in step.bind.items()}, step.call]


def limits_of(request: Tree) -> Limits:
    """The limits of a request."""
    return Limits(*request["limits"])


def outcome_of(answer: Tree, engine: str) -> JobOutcome | Unreadable:
    """An outcome out of the wire's form."""
    if "unreadable" in answer:
        return _unreadable(answer["unreadable"])
    groups = tuple(tuple(step and _step(step) for step in group) for group in answer["groups"])
    return JobOutcome(engine, _step(answer["load"]), groups, answer["instructions"])


def _step(step: list[Any]) -> StepOutcome:
    kind, payload, output, instructions, peak = step
    return StepOutcome(_result(kind, payload), readable(output), instructions, peak)


def _result(kind: str, payload: Any) -> Result:
    if kind == "stopped":
        return Stopped(Stop(payload[0]), readable(payload[1]))
    if kind == "notplain":
        return NotPlain(readable(payload[:500]))
    try:
        value = plain.decode(payload)
        return Value(value) if kind == "value" else _raised(value)
    except (plain.NotPlainError, ValueError, TypeError):
        return FORGED


def _raised(value: Any) -> Result:
    name, bases, text, frames = value
    if not (_texts([name, text]) and _texts(bases)):
        return FORGED
    shown = tuple(_frame(*frame) for frame in frames[:50])
    return Raised(readable(name), tuple(map(readable, bases)), readable(text[:2000]), shown)


def _texts(values: Any) -> bool:
    return type(values) is list and all(type(value) is str for value in values)


def _frame(file: object, line: object, function: object) -> Frame:
    return Frame(readable(str(file)[:200]), line if type(line) is int else 0, readable(str(function)[:200]))


def _unreadable(payload: str) -> Unreadable:
    try:
        told = plain.decode(payload)
    except plain.NotPlainError:
        told = None
    file, line, column, text = told if isinstance(told, list) and len(told) == 4 else ("", 0, 0, "")
    place = (line if type(line) is int else 0, column if type(column) is int else 0)
    return Unreadable(readable(str(file)), *place, readable(str(text)))


def send(stream: BinaryIO, frame: bytes) -> None:
    """Write one frame: its length in four bytes, then itself."""
    stream.write(len(frame).to_bytes(4, "big") + frame)
    stream.flush()


def receive(stream: BinaryIO) -> bytes | None:
    """Read one frame; None at the end of the stream, also in the middle of a frame."""
    head = stream.read(4)
    if len(head) < 4 or (size := int.from_bytes(head, "big")) > MAX_FRAME:
        return None
    data = stream.read(size)
    return data if len(data) == size else None


def printed_too_much(steps: Sequence[Any]) -> bool:
    """Whether a group's outcomes, in the wire's form, end with a stop for what was printed."""
    return any(step and step[0] == "stopped" and list(step[1]) == [Stop.OUTPUT, PRINTED] for step in steps)


def unreached(groups: Sequence[Sequence[Any]]) -> list[list[Any]]:
    """The outcomes of groups that are not run."""
    return [[None] * len(group) for group in groups]
