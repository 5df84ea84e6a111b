"""Asana's tasks as JSON: its project export and its interface, `{"data": […]}`, subtasks inside their tasks. Names from Asana's documentation of a task."""

from collections.abc import Iterator, Mapping
from typing import Any

from sparring.planning.trackers.backlog import Backlog, Item, Origin
from sparring.planning.trackers.trees import (
    Fields,
    date_of,
    each,
    inner,
    iso,
    kept,
    objects,
    plain,
    rewritten,
    rows_of,
    seconds,
    stamp,
    text_of,
)

NAME = "asana-json"
Place = tuple[int, ...]
DEEPEST = 20
"""Tasks below tasks; Asana has five levels. What is deeper stays in its record."""
_SUBTYPES = ("default_task", "milestone", "section", "approval", "custom")


def _own(item: Item) -> bool:
    return item.origin is not None and item.origin.format == NAME


def _memberships(item: Item) -> list[Any]:
    """The sections that a task is in, one for each project; ours is the first that has a name."""
    record = item.origin.record.get("memberships") if item.origin and _own(item) else None
    found: list[Any] = list(record) if isinstance(record, list) else []
    at = next((number for number, one in enumerate(found) if isinstance(one, dict) and inner(one.get("section"), "name")), None)
    section = {"section": {"name": item.status}} if item.status else {}
    if at is None:
        return [*found, section] if section else found
    found[at] = {name: value for name, value in found[at].items() if name != "section"} | section
    return found


FIELDS: Fields = {
    "gid": (("key",), lambda item: item.key),
    "name": (("title",), lambda item: item.title),
    "notes": (("description",), lambda item: item.description),
    "resource_subtype": (("kind",), lambda item: item.kind if item.kind in _SUBTYPES or _own(item) else "default_task"),
    "assignee": (("assignees",), lambda item: {"name": item.assignees[0]} if item.assignees else None),
    "created_by": (("author",), lambda item: {"name": item.author} if item.author else None),
    "created_at": (("created",), lambda item: iso(item.created)),
    "modified_at": (("updated",), lambda item: iso(item.updated)),
    "completed": (("done",), lambda item: item.done),
    "completed_at": (("closed",), lambda item: iso(item.closed)),
    "start_on": (("start",), lambda item: item.start.isoformat() if item.start else None),
    "due_on": (("due",), lambda item: item.due.isoformat() if item.due else None),
    "tags": (("labels",), lambda item: [{"name": name} for name in item.labels]),
    "projects": (("milestones",), lambda item: [{"name": name} for name in item.milestones]),
    "memberships": (("status",), _memberships),
    "parent": (("parent",), lambda item: {"gid": item.parent} if item.parent else None),
    "dependencies": (("blocked_by",), lambda item: [{"gid": name} for name in item.blocked_by]),
    "dependents": (("blocks",), lambda item: [{"gid": name} for name in item.blocks]),
    "estimated_minutes": (("estimate",), lambda item: item.estimate // 60 if item.estimate else None),
    "actual_time_minutes": (("spent",), lambda item: item.spent // 60 if item.spent else None),
    "permalink_url": (("url",), lambda item: item.url),
}
CLAIMED = frozenset((*FIELDS, "subtasks"))


def read_asana(file: str, value: Any) -> Backlog:
    """The tasks of an export; subtasks come after all tasks, each knowing its parent."""
    rows = rows_of(file, value.get("data") if isinstance(value, dict) else value)
    todo: list[tuple[dict[str, Any], Place, str]] = [(row, (place,), "") for place, row in enumerate(rows)]
    for row, place, _ in todo:
        parent = inner(row, "gid", "name")
        below = row.get("subtasks")
        ones = enumerate(below) if isinstance(below, list) and len(place) < DEEPEST else ()
        todo += [(one, (*place, number), parent) for number, one in ones if isinstance(one, dict)]
    return Backlog(NAME, tuple(_item(row, Origin(NAME, row, place), parent) for row, place, parent in todo), frame=value)


def _item(row: Mapping[str, Any], origin: Origin, parent: str) -> Item:
    sections = each([one.get("section") for one in objects(row.get("memberships"))], "name")
    minutes, spent = seconds(row.get("estimated_minutes")), seconds(row.get("actual_time_minutes"))
    person = inner(row.get("assignee"), "name", "gid")
    return Item(
        key=text_of(row.get("gid")),
        title=text_of(row.get("name")),
        kind=text_of(row.get("resource_subtype")),
        status=sections[0] if sections else "",
        done=bool(row.get("completed")) or row.get("completed_at") is not None,
        assignees=(person,) if person else (),
        author=inner(row.get("created_by"), "name", "gid"),
        created=stamp(row.get("created_at")),
        updated=stamp(row.get("modified_at")),
        closed=stamp(row.get("completed_at")),
        start=date_of(row.get("start_on")),
        due=date_of(row.get("due_on")) or date_of(row.get("due_at")),
        labels=each(row.get("tags"), "name"),
        milestones=each(row.get("projects"), "name"),
        description=text_of(row.get("notes")),
        estimate=minutes * 60 if minutes else None,
        spent=spent * 60 if spent else None,
        parent=inner(row.get("parent"), "gid", "name") or parent,
        blocked_by=each(row.get("dependencies"), "gid"),
        blocks=each(row.get("dependents"), "gid"),
        url=text_of(row.get("permalink_url")),
        extra=kept(row, CLAIMED),
        origin=origin,
    )


def write_asana(backlog: Backlog) -> bytes:
    """The same shape: subtasks inside their tasks where they came so, else beside them."""
    own = backlog.format == NAME
    rows = {item.origin.place: item for item in backlog.items if own and item.origin and _own(item)}
    top = [item for item in backlog.items if not (own and item.origin and _own(item) and item.origin.place[:-1] in rows)]
    data = [_row(item, rows, own=own) for item in top]
    frame = backlog.frame if own else None
    return plain(data if isinstance(frame, list) else {**(frame if isinstance(frame, dict) else {}), "data": data})


def _row(item: Item, rows: Mapping[Place, Item], *, own: bool) -> dict[str, Any]:
    origin = item.origin if own and _own(item) else None
    if origin is None:
        return rewritten(item, None, {}, FIELDS, own=own)
    above = rows.get(origin.place[:-1])
    parent = inner(above.origin.record, "gid", "name") if above and above.origin else item.parent
    row = rewritten(item, _item(origin.record, origin, parent), origin.record, FIELDS, own=own)
    if isinstance(row.get("subtasks"), list):
        row["subtasks"] = list(_below(row["subtasks"], origin.place, rows))
    return row


def _below(subtasks: list[Any], place: Place, rows: Mapping[Place, Item]) -> Iterator[Any]:
    for number, one in enumerate(subtasks):
        if not isinstance(one, dict) or len(place) >= DEEPEST:
            yield one
        elif item := rows.get((*place, number)):
            yield _row(item, rows, own=True)
