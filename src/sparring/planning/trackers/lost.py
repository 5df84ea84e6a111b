"""What a file in another format does not hold: it is read again, and each field of each item is set beside what was there."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields
from datetime import datetime
from typing import Any

from sparring.core.text import Message
from sparring.planning.model import Project
from sparring.planning.trackers.backlog import Backlog, Item

_OWN = frozenset(("key", "id", "origin", "extra"))
"""What each tracker has its own of: numbers, and the fields that only it knows (told by their names)."""
MOST_NAMED = 8


def lost(before: Backlog, after: Backlog) -> tuple[Message, ...]:
    """What of a backlog the same one, written in another format and read again, no longer says: one message for each field, the most items first."""
    counts: Counter[str] = Counter()
    for one, other in zip(before.items, after.items, strict=False):
        counts.update(field.name for field in fields(Item) if field.name not in _OWN and _gone(field.name, one, other))
    missing = len(before.items) - len(after.items)
    found = [Message("trackers.lost.items", {"count": missing})] if missing > 0 else []
    found += [Message(f"trackers.lost.{name}", {"count": count}) for name, count in counts.most_common()]
    return (*found, *_extra(before, after))


def _extra(before: Backlog, after: Backlog) -> Iterator[Message]:
    if before.format == after.format:
        return
    names = sorted({name for item in before.items for name, cells in item.extra.items() if any(cells)})
    if names:
        listed = ", ".join(names[:MOST_NAMED]) + (" …" if len(names) > MOST_NAMED else "")
        yield Message("trackers.lost.extra", {"names": listed})


def _gone(name: str, one: Item, other: Item) -> bool:
    was, now = _plain(getattr(one, name)), _plain(getattr(other, name))
    if name == "archived":
        return bool(was and not now and not other.done)
    return was not in (None, "", (), False) and was != now


def _plain(value: Any) -> Any:
    """A value as far as formats agree: moments to the minute, texts without blanks around and at line ends."""
    if isinstance(value, datetime):
        return value.replace(second=0, microsecond=0, tzinfo=None)
    if isinstance(value, str):
        return "\n".join(line.rstrip() for line in value.strip().splitlines())
    if isinstance(value, tuple):
        return tuple(sorted(map(str, value)))
    return value


def lost_of_plan(project: Project) -> tuple[Message, ...]:
    """What of a plan no tracker has a field for, as far as this plan has it."""
    tasks = project.tasks
    counts = {
        "three-points": sum(len({task.estimate.low, task.estimate.likely, task.estimate.high}) > 1 for task in tasks),
        "links": sum(link.kind != "FS" or bool(link.lag) for task in tasks for link in task.after),
        "reviews": sum(bool(task.reviews) for task in tasks),
        "team": sum(bool(one.skills or one.away or one.hours != 8 or one.weekdays != frozenset(range(5))) for one in project.team),
        "deadline": int(project.deadline is not None),
    }
    return tuple(Message(f"trackers.lost.{name}", {"count": count}) for name, count in counts.items() if count)
