"""What is told of the lines of a plan as they were typed: a name that nobody has, a task that is there twice, one that the event finds done and that is moved."""

from collections.abc import Iterator, Mapping

from sparring.core.evidence import Passage, Span
from sparring.core.text import Message
from sparring.core.verdict import Dimension, Finding
from sparring.kinds.plan.answers import Typed, typed
from sparring.planning.axis import Axis
from sparring.planning.model import Project
from sparring.planning.placing import Bar


def remarks(text: str, project: Project, prefix: str = "", done: Mapping[str, Bar] | None = None) -> tuple[Finding, ...]:
    """A finding for each such line, with the line. A wrong name is a fault; the others are told only, as the plan is what the rest of it says.

    `done`: what the event found done or under way.
    """
    lines = typed(text, project)
    axis, last = Axis(project), {one.task: one.number for one in lines if one.person}
    places = list(_places(text))
    found = []
    for one in lines:
        message = one.unknown or _told(one, axis, last, done or {})
        if message:
            found.append(
                Finding(
                    f"{prefix}lines",
                    None if one.unknown is None else False,
                    message,
                    Passage(text, (places[one.number - 1],)),
                    Dimension.PLANNING,
                )
            )
    return tuple(found)


def _told(one: Typed, axis: Axis, last: Mapping[str, int], done: Mapping[str, Bar]) -> Message | None:
    """What is to be known of a line whose names are known."""
    if not one.person:
        return None
    if last[one.task] != one.number:
        return Message("plan.line-twice", {"line": one.number, "task": one.task, "last": last[one.task]})
    bar = done.get(one.task)
    if bar and (bar.person != one.person or bar.begin != max(0, axis.slot(one.day))):
        return Message("plan.line-done", {"line": one.number, "task": one.task})
    return None


def _places(text: str) -> Iterator[Span]:
    at = 0
    for line in text.splitlines(keepends=True):
        yield Span(at, at + len(line.rstrip()))
        at += len(line)
