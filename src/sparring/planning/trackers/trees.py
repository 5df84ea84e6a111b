"""JSON as GitLab's and Asana's interfaces give it: one object an issue. Keys that no field claims are kept as they came."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sparring.core.problem import UsageError
from sparring.core.text import Message
from sparring.planning.trackers.backlog import Backlog, Item, is_done
from sparring.planning.trackers.moments import day, moment

STAMP = "%Y-%m-%dT%H:%M:%S.%f"


def parsed(file: str, text: str) -> Any:
    """The JSON of a text: a value, or one object a line (GitLab's project export); UsageError naming where it stops being JSON."""
    try:
        return json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        lines = [line for line in text.splitlines() if line.strip()]
        if len(lines) > 1 and all(line.lstrip().startswith("{") and line.rstrip().endswith("}") for line in lines):
            try:
                return [json.loads(line) for line in lines]
            except (json.JSONDecodeError, RecursionError):
                pass
        line, column = (error.lineno, error.colno) if isinstance(error, json.JSONDecodeError) else (1, 1)
        raise UsageError(Message("trackers.no-json", {"file": file, "line": line, "column": column})) from error


def rows_of(file: str, value: Any) -> list[dict[str, Any]]:
    """A list of objects; UsageError if it is something else."""
    if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
        raise UsageError(Message("trackers.unknown", {"file": file}))
    return value


def text_of(value: Any) -> str:
    """A text as it stands, '' for none, other plain values as JSON."""
    return value if isinstance(value, str) else "" if value is None else json.dumps(value, ensure_ascii=False)


def inner(value: Any, *names: str) -> str:
    """The first of the named fields that the object `value` has."""
    return next((text_of(value[name]) for name in names if value.get(name) not in (None, "")), "") if isinstance(value, Mapping) else ""


def each(value: Any, *names: str) -> tuple[str, ...]:
    """The named field of each object in a list; texts as they are."""
    rows = value if isinstance(value, list) else []
    return tuple(found for row in rows if (found := row if isinstance(row, str) else inner(row, *names)))


def stamp(value: Any) -> datetime | None:
    """The moment that a value names."""
    return moment(value) if isinstance(value, str) and value else None


def date_of(value: Any) -> date | None:
    """The day that a value names."""
    return day(value) if isinstance(value, str) and value else None


def seconds(value: Any) -> int | None:
    """A whole number; none for anything else."""
    return round(value) if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 1e12 else None


def kept(row: Mapping[str, Any], claimed: frozenset[str]) -> dict[str, tuple[str, ...]]:
    """What no field claims, as JSON."""
    return {name: (json.dumps(value, ensure_ascii=False),) for name, value in row.items() if name not in claimed}


def restored(extra: Mapping[str, tuple[str, ...]]) -> dict[str, Any]:
    """The other way round."""
    return {name: json.loads(cells[0]) for name, cells in extra.items() if cells}


def iso(value: datetime | None) -> str | None:
    """A moment as these interfaces write it."""
    return value.strftime(STAMP)[:-3] + "Z" if value else None


def plain(value: Any) -> bytes:
    """JSON, readable."""
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "surrogatepass")


_GITLAB = frozenset(
    "iid id title description state author assignees assignee labels milestone created_at updated_at closed_at due_date start_date weight time_stats web_url issue_type "
    "blocked_by_iids blocks_iids epic".split()
)


def read_gitlab(file: str, value: Any) -> Backlog:
    """Issues as GitLab's issues interface lists them, or as `issues.ndjson` of a project export has them."""
    return Backlog("gitlab-json", tuple(_gitlab_item(row) for row in rows_of(file, value)))


def _gitlab_item(row: Mapping[str, Any]) -> Item:
    people = each(row.get("assignees"), "username", "name") or each([row.get("assignee")], "username", "name")
    milestone, stats = inner(row.get("milestone"), "title"), row.get("time_stats")
    stats = stats if isinstance(stats, Mapping) else {}
    closed, weight = stamp(row.get("closed_at")), row.get("weight")
    status = text_of(row.get("state"))
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
        points=float(weight) if isinstance(weight, int | float) else None,
        parent=inner(row.get("epic"), "title"),
        blocked_by=each(row.get("blocked_by_iids")),
        blocks=each(row.get("blocks_iids")),
        url=text_of(row.get("web_url")),
        extra=kept(row, _GITLAB),
    )


def write_gitlab(backlog: Backlog) -> bytes:
    """The same shape. Links between issues are not part of GitLab's list; they stand in two fields of ours, which GitLab passes over."""
    return plain([_gitlab_row(item, own=backlog.format == "gitlab-json") for item in backlog.items])


def _gitlab_row(item: Item, *, own: bool) -> dict[str, Any]:
    key = int(item.key) if item.key.isdecimal() and str(int(item.key)) == item.key else item.key
    number = int(item.id) if item.id.isdecimal() and str(int(item.id)) == item.id else item.id
    return {
        "iid": key,
        "id": number,
        "title": item.title,
        "description": item.description,
        "issue_type": item.kind,
        "state": item.status or ("closed" if item.done else "opened"),
        "author": {"username": item.author} if item.author else None,
        "assignees": [{"username": name} for name in item.assignees],
        "labels": list(item.labels),
        "milestone": {"title": item.milestones[0]} if item.milestones else None,
        "epic": {"title": item.parent} if item.parent else None,
        "created_at": iso(item.created),
        "updated_at": iso(item.updated),
        "closed_at": iso(item.closed),
        "start_date": item.start.isoformat() if item.start else None,
        "due_date": item.due.isoformat() if item.due else None,
        "weight": item.points,
        "time_stats": {"time_estimate": item.estimate or 0, "total_time_spent": item.spent or 0},
        "web_url": item.url,
        "blocked_by_iids": list(item.blocked_by),
        "blocks_iids": list(item.blocks),
    } | (restored(item.extra) if own else {})


_ASANA = frozenset(
    "gid name notes resource_subtype assignee created_by created_at modified_at completed completed_at start_on due_on tags projects memberships parent dependencies "
    "dependents permalink_url estimated_minutes actual_time_minutes".split()
)


def read_asana(file: str, value: Any) -> Backlog:
    """Tasks as Asana's own JSON export and interface give them: `{"data": […]}`, subtasks inside their tasks."""
    rows: list[dict[str, Any]] = []
    todo = rows_of(file, value["data"] if isinstance(value, dict) else value)
    for row in todo:
        rows.append(row)
        below = row.get("subtasks")
        for one in below if isinstance(below, list) else []:
            if isinstance(one, dict):
                one.setdefault("parent", {"gid": row.get("gid"), "name": row.get("name")})
                todo.append(one)
    return Backlog("asana-json", tuple(_asana_item(row) for row in rows))


def _asana_item(row: Mapping[str, Any]) -> Item:
    memberships = row.get("memberships")
    sections = each([one.get("section") for one in memberships if isinstance(one, dict)], "name") if isinstance(memberships, list) else ()
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
        due=date_of(row.get("due_on")),
        labels=each(row.get("tags"), "name"),
        milestones=each(row.get("projects"), "name"),
        description=text_of(row.get("notes")),
        estimate=minutes * 60 if minutes else None,
        spent=spent * 60 if spent else None,
        parent=inner(row.get("parent"), "gid", "name"),
        blocked_by=each(row.get("dependencies"), "gid"),
        blocks=each(row.get("dependents"), "gid"),
        url=text_of(row.get("permalink_url")),
        extra=kept({name: value for name, value in row.items() if name != "subtasks"}, _ASANA),
    )


def write_asana(backlog: Backlog) -> bytes:
    """The same shape, subtasks beside their tasks."""
    return plain({"data": [_asana_row(item, own=backlog.format == "asana-json") for item in backlog.items]})


def _asana_row(item: Item, *, own: bool) -> dict[str, Any]:
    return {
        "gid": item.key,
        "name": item.title,
        "notes": item.description,
        "resource_subtype": item.kind if own else "default_task",
        "assignee": {"name": item.assignees[0]} if item.assignees else None,
        "created_by": {"name": item.author} if item.author else None,
        "created_at": iso(item.created),
        "modified_at": iso(item.updated),
        "completed": item.done,
        "completed_at": iso(item.closed),
        "start_on": item.start.isoformat() if item.start else None,
        "due_on": item.due.isoformat() if item.due else None,
        "tags": [{"name": name} for name in item.labels],
        "projects": [{"name": name} for name in item.milestones],
        "memberships": [{"section": {"name": item.status}}] if item.status else [],
        "parent": {"gid": item.parent} if item.parent else None,
        "dependencies": [{"gid": name} for name in item.blocked_by],
        "dependents": [{"gid": name} for name in item.blocks],
        "estimated_minutes": item.estimate // 60 if item.estimate else None,
        "actual_time_minutes": item.spent // 60 if item.spent else None,
        "permalink_url": item.url,
    } | (restored(item.extra) if own else {})
