"""GitLab's issues as JSON: its issues interface's list, or `issues.ndjson` of a project export (one object a line). Names from GitLab's documentation of the issues API."""

from collections.abc import Mapping
from typing import Any

from sparring.planning.trackers.backlog import Backlog, Item, Origin, is_done
from sparring.planning.trackers.trees import (
    Fields,
    date_of,
    each,
    inner,
    iso,
    kept,
    number,
    numeral,
    plain,
    plain_number,
    rewritten,
    rows_of,
    seconds,
    stamp,
    text_of,
)

NAME = "gitlab-json"
FIELDS: Fields = {
    "iid": (("key",), lambda item: numeral(item.key)),
    "id": (("id",), lambda item: numeral(item.id)),
    "title": (("title",), lambda item: item.title),
    "description": (("description",), lambda item: item.description),
    "issue_type": (("kind",), lambda item: item.kind),
    "state": (("status", "done"), lambda item: item.status or ("closed" if item.done else "opened")),
    "author": (("author",), lambda item: {"username": item.author} if item.author else None),
    "assignees": (("assignees",), lambda item: [{"username": name} for name in item.assignees]),
    "labels": (("labels",), lambda item: list(item.labels)),
    "milestone": (("milestones",), lambda item: {"title": item.milestones[0]} if item.milestones else None),
    "epic": (("parent",), lambda item: {"title": item.parent} if item.parent else None),
    "created_at": (("created",), lambda item: iso(item.created)),
    "updated_at": (("updated",), lambda item: iso(item.updated)),
    "closed_at": (("closed",), lambda item: iso(item.closed)),
    "start_date": (("start",), lambda item: item.start.isoformat() if item.start else None),
    "due_date": (("due",), lambda item: item.due.isoformat() if item.due else None),
    "weight": (("points",), lambda item: plain_number(item.points)),
    "time_stats": (("estimate", "spent"), lambda item: {"time_estimate": item.estimate or 0, "total_time_spent": item.spent or 0}),
    "web_url": (("url",), lambda item: item.url),
    "blocked_by_iids": (("blocked_by",), lambda item: list(item.blocked_by)),
    "blocks_iids": (("blocks",), lambda item: list(item.blocks)),
}
"""Links between issues are not part of GitLab's list; the last two are fields of ours, which GitLab passes over."""
CLAIMED = frozenset((*FIELDS, "assignee"))


def read_gitlab(file: str, value: Any, *, lines: bool = False) -> Backlog:
    """The issues of a list."""
    rows = enumerate(rows_of(file, value))
    return Backlog(NAME, tuple(_item(row, Origin(NAME, row, (place,))) for place, row in rows), frame=lines)


def _item(row: Mapping[str, Any], origin: Origin) -> Item:
    people = each(row.get("assignees"), "username", "name") or each([row.get("assignee")], "username", "name")
    milestone, stats = inner(row.get("milestone"), "title"), row.get("time_stats")
    stats = stats if isinstance(stats, Mapping) else {}
    closed, status, weight = stamp(row.get("closed_at")), text_of(row.get("state")), number(row.get("weight"))
    return Item(
        key=text_of(row.get("iid")),
        id=text_of(row.get("id")),
        title=text_of(row.get("title")),
        kind=text_of(row.get("issue_type")),
        status=status,
        done=closed is not None or is_done(status),
        assignees=people,
        author=inner(row.get("author"), "username", "name"),
        created=stamp(row.get("created_at")),
        updated=stamp(row.get("updated_at")),
        closed=closed,
        start=date_of(row.get("start_date")),
        due=date_of(row.get("due_date")),
        labels=each(row.get("labels"), "name", "title"),
        milestones=(milestone,) if milestone else (),
        description=text_of(row.get("description")),
        estimate=seconds(stats.get("time_estimate")) or None,
        spent=seconds(stats.get("total_time_spent")) or None,
        points=None if weight is None else float(weight),
        parent=inner(row.get("epic"), "title"),
        blocked_by=each(row.get("blocked_by_iids")),
        blocks=each(row.get("blocks_iids")),
        url=text_of(row.get("web_url")),
        extra=kept(row, CLAIMED),
        origin=origin,
    )


def write_gitlab(backlog: Backlog) -> bytes:
    """The same shape."""
    own = backlog.format == NAME
    return plain([_row(item, own=own) for item in backlog.items], lines=own and bool(backlog.frame))


def _row(item: Item, *, own: bool) -> dict[str, Any]:
    origin = item.origin if own and item.origin and item.origin.format == NAME else None
    before = _item(origin.record, origin) if origin else None
    return rewritten(item, before, origin.record if origin else {}, FIELDS, own=own)
