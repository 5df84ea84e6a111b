"""A step in sentences: everything that the picture shows can also be read."""

from collections.abc import Iterator

from sparring.core.text import Message
from sparring.judge.trace.changes import Change, Part
from sparring.judge.trace.model import IMMORTAL, UNTOLD, FrameView, Step, Thing, Trace

MOST_TEXT = 40
WRAPPED = "async_generator_wrapped_value"
"""The type in which CPython hands on what an asynchronous generator yields."""


def label(things: object, serial: int) -> str:
    """How an object is called: the value itself where it has no parts, else its type and number."""
    thing = things.get(serial) if isinstance(things, dict) else None
    return called(thing) if isinstance(thing, Thing) else "…"


def called(thing: Thing) -> str:
    """How an object is called."""
    if thing.kind == "atom" or (thing.kind == "object" and thing.text):
        return thing.text if len(thing.text) <= MOST_TEXT else thing.text[: MOST_TEXT - 1] + "…"
    if thing.kind == "class":
        return f"class {thing.text}"
    if thing.kind == "function":  # one that is made within another is made at each of its calls: numbers tell them apart
        name = f"function {thing.text.removesuffix('()')}"
        return f"{name} #{thing.serial}" if "<locals>" in name else name
    if thing.kind in ("builtin", "module", "library"):
        return thing.text
    return f"{thing.type} #{thing.serial}"


def event(step: Step) -> Message:
    """What happened at the step."""
    frame = step.frame
    function = frame.function if frame else ""
    params: dict[str, str | int | float | bool] = {"line": step.line, "function": function, "value": label(step.things, step.value)}
    if step.error:
        kind, text = step.error
        params |= {"error": f"{kind}: {text}" if text else kind}
    name = step.event
    if frame and frame.kind == "module":
        name = {"return": "end", "unwind": "end-raised"}.get(name, name)
    elif frame and frame.kind == "class":
        name = {"call": "class-body", "return": "class-end"}.get(name, name)
    elif name == "yield" and frame and _waits(frame, step):
        name = "await"
    elif name == "call" and function.rpartition(".")[2] == "__annotate__":
        name, params["owner"] = "call-annotate", function.rpartition(".")[0]
    elif name == "call" and function.rpartition(".")[2] in ("__enter__", "__exit__", "__aenter__", "__aexit__"):
        name = f"call-{function.rpartition('.')[2].strip('_').removeprefix('a')}"
    return Message(f"trace.{name}", params)


def _waits(frame: FrameView, step: Step) -> bool:
    """Whether what leaves the frame goes to the event loop: a coroutine yields nothing to its caller, an asynchronous generator wraps what it yields."""
    thing = step.things.get(step.value)
    return frame.kind == "coroutine" or (frame.kind == "async-generator" and (thing is None or thing.type != WRAPPED))


def told(before: Step | None, now: Step, found: tuple[Change, ...]) -> tuple[Message, ...]:
    """Everything that is to be said of a step, what happened first."""
    return (event(now), *_collected(now), *(_change(change, before, now) for change in found))


def _collected(step: Step) -> Iterator[Message]:
    for count in step.collected:
        yield Message("trace.collected", {"count": count})


def _change(change: Change, before: Step | None, now: Step) -> Message:
    old = before.things if before else {}
    where = "" if change.frame in ("", "<module>") else f"{change.frame}: "
    if change.what == "mutated":
        return _mutated(change, old, now)
    params: dict[str, str | int | float | bool] = {
        "name": where + change.name,
        "was": label(old, change.was),
        "thing": label(now.things, change.now),
    }
    if change.what == "rebound" and params["was"] == params["thing"]:  # two objects that read alike
        params |= {"was": f"{params['was']} #{change.was}", "thing": f"{params['thing']} #{change.now}"}
    if change.what in ("lost", "freed"):
        params["thing"] = label(old, change.was)
    return Message(f"trace.{change.what}", params)


def _mutated(change: Change, old: object, now: Step) -> Message:
    parts = ", ".join(_part(part, old, now) for part in change.parts) + (", …" if change.more else "")
    if not parts:  # no part of it has a place: the whole is told, before and after
        parts = f"{_whole(old, change.now)} → {_whole(now.things, change.now)}"
    params: dict[str, str | int | float | bool] = {
        "thing": label(now.things, change.now),
        "parts": parts,
        "names": ", ".join(change.through),
    }
    several = len(change.through) > 1
    return Message("trace.mutated-alias" if several else "trace.mutated", params)


def _whole(things: object, serial: int) -> str:
    """An object by what changes where no part of it does: its text, or the order of its parts."""
    thing = things.get(serial) if isinstance(things, dict) else None
    if isinstance(thing, Thing) and not thing.text and thing.items and all(item.label for item in thing.items):
        return ", ".join(item.label for item in thing.items)
    return label(things, serial)


def _part(part: Part, old: object, now: Step) -> str:
    name = f"[{part.label}] " if part.label and part.label[0] not in ".⟨" else f"{part.label} "
    was, is_ = (label(old, part.was) if part.was else ""), (label(now.things, part.now) if part.now else "")
    return (f"{name}{was} → {is_}" if was and is_ else f"+ {name}{is_}" if is_ else f"− {name}{was}").replace("  ", " ").strip()


def references(thing: Thing) -> Message:
    """The reference count in words."""
    if thing.references == IMMORTAL:
        return Message("trace.immortal")
    if thing.references == UNTOLD:
        return Message("trace.untold")
    return Message("trace.references", {"count": thing.references})


def bound(trace: Trace) -> Message | None:
    """What is to be said of a recording that does not show everything; None if it does."""
    last = trace.first + len(trace.steps)
    if trace.bound == "steps" or (not trace.bound and trace.first + len(trace.steps) < trace.count):
        name = "trace.bound-steps" if trace.counted_all else "trace.bound-steps-more"
        return Message(name, {"first": trace.first + 1, "last": last, "count": trace.count})
    if trace.bound:
        return Message(f"trace.bound-{trace.bound}", {"last": last, "failure": trace.failure})
    return None


def ended(trace: Trace) -> Message:
    """How the execution ended."""
    found = trace.ended
    if found.how == "stopped":
        return Message(f"trace.stopped-{found.why}", {"detail": found.text})
    if found.how == "raised":
        if found.type == "EOFError" and "input(" in trace.source:
            return Message("trace.ended-input", {"line": found.line})
        return Message("trace.ended-raised", {"error": f"{found.type}: {found.text}" if found.text else found.type, "line": found.line})
    return Message("trace.ended-finished")
