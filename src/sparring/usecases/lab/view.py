"""A step as every surface shows it: what happened in sentences, where the program stands, what is printed, and the same as plain data."""

import re
from dataclasses import dataclass
from typing import Any

from sparring.core.text import Message
from sparring.judge.trace import Change, Step, Thing, Trace, changes
from sparring.judge.trace.telling import bound, called, ended, references, told

_FROM_SYSTEM = re.compile(r"\[Errno \d+\]|\d+, ")
"""How the text of an error of the operating system begins."""
INLINE = frozenset(["atom", "function", "library", "builtin", "module", "opaque", "object", "class", "weakref"])


@dataclass(frozen=True, slots=True)
class Moment:
    """One step of a recording: `position` among the recorded ones (from 0), its sentences, what differs from the step before."""

    trace: Trace
    position: int
    step: Step
    before: Step | None
    changes: tuple[Change, ...]
    told: tuple[Message, ...]

    @property
    def last(self) -> int:
        """The last position."""
        return len(self.trace.steps) - 1

    @property
    def ran(self) -> int:
        """The line that ran between the step before and this one, 0 if none did (a call, or the first step)."""
        if self.before is None or self.before.event not in ("line", "exception"):
            return 0
        return self.before.line

    @property
    def printed(self) -> str:
        """Everything printed so far."""
        return self.trace.printed_until(self.position)


def moment(trace: Trace, position: int) -> Moment | None:
    """The step at a position, the nearest if there is none; None if nothing was recorded."""
    if not trace.steps:
        return None
    at = min(max(position, 0), len(trace.steps) - 1)
    step, before = trace.steps[at], trace.steps[at - 1] if at else None
    found = changes(before, step)
    return Moment(trace, at, step, before, found, told(before, step, found))


def notes(trace: Trace) -> list[Message]:
    """How it ended, and what of it is not shown."""
    found = [ended(trace)]
    if trace.first and not trace.steps and trace.count <= trace.first:
        found.append(Message("lab.beyond", {"count": trace.count, "first": trace.first + 1}))
    elif (limit := bound(trace)) is not None:
        found.append(limit)
    if trace.unprinted:
        found.append(Message("lab.unprinted", {"count": trace.unprinted}))
    if _wants_native(trace):
        found.append(Message("lab.only-native"))
    return found


def _wants_native(trace: Trace) -> bool:
    """Whether it failed for what the exact engine lacks: files (it has none, whatever is opened), threads, processes."""
    ended_by = trace.ended
    if ended_by.how != "raised" or not trace.engine.startswith("exact"):
        return False
    return "exact engine" in ended_by.text or (ended_by.type.endswith("Error") and _FROM_SYSTEM.match(ended_by.text) is not None)


def inline(thing: Thing) -> bool:
    """Whether an object is shown where it is referred to, instead of as a box of its own: it has no parts that anything could be said of."""
    return thing.kind in INLINE and not thing.items and bool(thing.text)


def position_of_line(trace: Trace, line: int, time: int = 1) -> int:
    """The position right after a line ran for the `time`-th time; 0 if it never did."""
    seen = 0
    for position, step in enumerate(trace.steps):
        if step.event == "line" and step.line == line:
            seen += 1
            if seen == time:
                return _after(trace, position)
    return 0


def _after(trace: Trace, position: int) -> int:
    """The first step after `position` in the same frame: what the line called has run then."""
    frame = trace.steps[position].frame
    for later in range(position + 1, len(trace.steps)):
        now = trace.steps[later].frame
        if frame is None or now is None or now.serial == frame.serial:
            return later
    return min(position + 1, len(trace.steps) - 1)


def step_data(found: Moment) -> dict[str, Any]:
    """A step's stable JSON shape, without sentences."""
    step = found.step
    return {
        "step": step.number,
        "event": step.event,
        "line": step.line,
        "ran": found.ran,
        "frames": [
            {
                "frame": frame.serial,
                "function": frame.function,
                "kind": frame.kind,
                "line": frame.line,
                "names": [{"name": name.name, "object": name.to, "shared": name.shared} for name in frame.names],
            }
            for frame in step.frames
        ],
        "objects": [thing_data(thing, thing.serial in step.reached()) for thing in step.things.values()],
        "changes": [change_data(change) for change in found.changes],
        "printed": step.printed,
        "value": step.value,
        "error": list(step.error) if step.error else None,
        "collected": list(step.collected),
        "cut": step.cut,
    }


def thing_data(thing: Thing, reached: bool) -> dict[str, Any]:
    """An object's stable JSON shape; `references` is null where a count would say nothing."""
    return {
        "object": thing.serial,
        "id": thing.address,
        "type": thing.type,
        "size": thing.size or None,
        "references": thing.references if thing.references >= 0 else None,
        "immortal": thing.references == -1,
        "kind": thing.kind,
        "text": thing.text,
        "called": called(thing),
        "items": [{"label": item.label, "object": item.to, "key": item.key} for item in thing.items],
        "more": thing.more,
        "reached": reached,
    }


def change_data(change: Change) -> dict[str, Any]:
    """A change's stable JSON shape."""
    return {
        "what": change.what,
        "frame": change.frame,
        "name": change.name,
        "was": change.was,
        "now": change.now,
        "parts": [{"label": part.label, "was": part.was, "now": part.now} for part in change.parts],
        "names": list(change.through),
    }


def reference_count(thing: Thing) -> Message:
    """The reference count in words."""
    return references(thing)
