"""From a backlog to a project that can be planned, and back."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time
from operator import attrgetter

from sparring.core.problem import UsageError
from sparring.core.text import Message
from sparring.planning.axis import Axis
from sparring.planning.model import Estimate, Link, Person, Placement, Project, Task, TaskKind
from sparring.planning.placing import bars
from sparring.planning.reading import MOST_HOURS, MOST_TASKS
from sparring.planning.trackers.backlog import Backlog, Item

POINT_HOURS = 4
"""Hours that stand for a story point where the file gives no time."""
UNKNOWN_HOURS = 8
_KINDS: Mapping[TaskKind, tuple[str, ...]] = {
    "review": ("review", "revisione"),
    "test": ("test", "qa"),
    "release": ("deploy", "release", "rilascio", "rollout"),
    "document": ("docs", "documentation", "document", "documentazione", "readme"),
}


def to_project(title: str, backlog: Backlog, start: date) -> Project:
    """The open items as tasks, their people as the team, each person able to do what they are assigned to. UsageError if nothing is open, or nobody is named."""
    open_items = _open(backlog)
    if not open_items:
        raise UsageError(Message("trackers.nothing-open", {"count": len(backlog.items)}))
    if len(open_items) > MOST_TASKS:
        raise UsageError(Message("planning.too-many", {"where": title, "count": len(open_items), "most": MOST_TASKS}))
    keys = _unique(open_items)
    names: dict[str, str] = {}
    for pick in (attrgetter("key"), attrgetter("id"), attrgetter("title")):
        for item, key in zip(open_items, keys, strict=True):
            names.setdefault(pick(item), key)
    names.pop("", None)
    tasks = [_task(item, key, names) for item, key in zip(open_items, keys, strict=True)]
    for item, key in zip(open_items, keys, strict=True):
        tasks = _blocking(tasks, [names[name] for name in item.blocks if name in names], key)
    people = list(dict.fromkeys(name for item in backlog.items for name in item.assignees)) or ["—"]
    team = tuple(Person(name, name) for name in people[:200])
    found = Project(title, start, tuple(tasks), team)
    axis = Axis(found)
    plan = {key: Placement(key, item.assignees[0], _slot(axis, item)) for item, key in zip(open_items, keys, strict=True) if item.assignees}
    return replace(found, plan=plan)


def remarks(backlog: Backlog) -> tuple[Message, ...]:
    """What `to_project` makes of the backlog without being told: archived items are set aside, estimates that are missing are assumed."""
    archived = sum(item.archived and not item.done for item in backlog.items)
    assumed = sum(not item.estimate and not item.points for item in _open(backlog))
    low, high = _three(UNKNOWN_HOURS)
    found = [Message("trackers.archived", {"count": archived})] if archived else []
    if assumed:
        found.append(Message("trackers.assumed", {"count": assumed, "low": low, "likely": UNKNOWN_HOURS, "high": high}))
    return tuple(found)


def _open(backlog: Backlog) -> list[Item]:
    return [item for item in backlog.items if not item.done and not item.archived]


def _unique(items: list[Item]) -> list[str]:
    seen: dict[str, int] = {}
    keys = []
    for item in items:
        key = "-".join((item.key or item.id or "task").split())
        seen[key] = seen.get(key, 0) + 1
        keys.append(key if seen[key] == 1 else f"{key}~{seen[key]}")
    return keys


def _task(item: Item, key: str, names: Mapping[str, str]) -> Task:
    after = tuple(Link(name) for name in dict.fromkeys(names[name] for name in item.blocked_by if name in names) if name != key)
    return Task(key, item.title[:500] or key, _estimate(item), _kind(item), frozenset(), after)


def _estimate(item: Item) -> Estimate:
    hours = item.estimate / 3600 if item.estimate else (item.points or 0) * POINT_HOURS or UNKNOWN_HOURS
    likely = min(max(1, round(hours)), MOST_HOURS // 2)
    low, high = _three(likely)
    return Estimate(low, likely, high)


def _three(likely: int) -> tuple[int, int]:
    """The optimistic and the pessimistic hours around the likely ones."""
    return max(1, round(likely * 0.7)), round(likely * 1.8)


def _kind(item: Item) -> TaskKind:
    words = {word.strip(".,:;()[]").lower() for word in (*item.title.split(), *item.labels, *item.kind.split())}
    return next((kind for kind, known in _KINDS.items() if words & set(known)), "build")


def _blocking(tasks: list[Task], later: list[str], key: str) -> list[Task]:
    return [
        replace(task, after=(*task.after, Link(key)))
        if task.id in later and task.id != key and key not in {link.before for link in task.after}
        else task
        for task in tasks
    ]


def _slot(axis: Axis, item: Item) -> int:
    return 0 if item.start is None else max(0, axis.end_of(item.start) - axis.per_day)


def to_backlog(project: Project) -> Backlog:
    """The tasks as items: who has them, from when until when, what they wait for."""
    axis = Axis(project)
    found = bars(project, axis, project.plan)
    items = []
    for task in project.tasks:
        bar = found.get(task.id)
        items.append(
            Item(
                key=task.id,
                title=task.title,
                kind=task.kind,
                status="To Do",
                assignees=(project.people[bar.person].name,) if bar else (),
                created=datetime.combine(project.start, time(9)),
                start=axis.date_of(bar.begin) if bar else None,
                due=axis.last_date(bar.end) if bar else None,
                labels=tuple(sorted(task.skills)),
                estimate=task.estimate.likely * 3600,
                blocked_by=tuple(link.before for link in task.after),
            )
        )
    return Backlog("plan", tuple(items))
