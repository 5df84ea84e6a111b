"""Something happens while the work is under way: what is done stays, the rest is planned again."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Literal

from sparring.planning.axis import Axis
from sparring.planning.model import Estimate, Project, Task
from sparring.planning.placing import Bar, Bars

EventKind = Literal["leaves", "grows", "added", "dropped"]


@dataclass(frozen=True, slots=True)
class Event:
    """On the morning of the day `day` (counted from 1): the person `who` is gone; or what is left of the task `task` takes `factor` times as long;
    or `tasks` come in; or `task` is no longer wanted.
    """

    kind: EventKind
    day: int
    who: str = ""
    task: str = ""
    factor: float = 2.0
    tasks: tuple[Task, ...] = ()


@dataclass(frozen=True, slots=True)
class Changed:
    """The project after an event, the slot at which it happened, and the bars that are history by then (work under way included)."""

    project: Project
    now: int
    done: Bars


def happen(project: Project, axis: Axis, found: Bars, event: Event) -> Changed:
    """The project as it is after the event, given what had been planned until then."""
    now = axis.slot(event.day)
    done = {name: bar for name, bar in found.items() if bar.begin < now}
    match event.kind:
        case "leaves":
            return _leaves(project, axis, done, now, event.who)
        case "grows":
            return _grows(project, axis, done, now, event)
        case "added":
            return Changed(replace(project, tasks=(*project.tasks, *event.tasks)), now, done)
        case "dropped":
            return _dropped(project, done, now, event.task)


def _leaves(project: Project, axis: Axis, done: Mapping[str, Bar], now: int, who: str) -> Changed:
    """Their unfinished task goes back on the board with the hours that are left; they stay in the team's list for the history."""
    last_day = axis.date_of(now) - timedelta(days=1)
    team = tuple(replace(person, last=last_day) if person.id == who else person for person in project.team)
    kept, left = dict(done), {}
    for name, bar in done.items():
        if bar.person == who and bar.end > now:
            left[name] = max(1, bar.hours - (axis.own[who].index(now) - bar.index))
            del kept[name]
    tasks = tuple(_scaled(task, left[task.id] / max(task.estimate.likely, 1)) if task.id in left else task for task in project.tasks)
    return Changed(replace(project, team=team, tasks=tasks), now, kept)


def _grows(project: Project, axis: Axis, done: Mapping[str, Bar], now: int, event: Event) -> Changed:
    task, bar, kept = project.by_id[event.task], done.get(event.task), dict(done)
    if bar is not None and bar.end <= now:
        return Changed(project, now, kept)
    worked = axis.own[bar.person].index(now) - bar.index if bar else 0
    hours = worked + round((task.estimate.likely - worked) * event.factor)
    grown = _scaled(task, hours / max(task.estimate.likely, 1))
    if bar is not None:
        own = axis.own[bar.person]
        kept[task.id] = replace(bar, hours=grown.estimate.likely, end=own.end(bar.index, grown.estimate.likely))
    tasks = tuple(grown if one.id == task.id else one for one in project.tasks)
    return Changed(replace(project, tasks=tasks), now, kept)


def _dropped(project: Project, done: Mapping[str, Bar], now: int, name: str) -> Changed:
    """Whatever waited for the task waits for what the task waited for."""
    gone = project.by_id[name]
    tasks = []
    for task in project.tasks:
        if task.id != name:
            links = tuple(link for link in task.after if link.before != name)
            if len(links) < len(task.after):
                links += tuple(link for link in gone.after if link.before not in {own.before for own in links})
            tasks.append(replace(task, after=links, reviews=tuple(one for one in task.reviews if one != name)))
    return Changed(replace(project, tasks=tuple(tasks)), now, {key: bar for key, bar in done.items() if key != name})


def _scaled(task: Task, factor: float) -> Task:
    estimate = task.estimate
    low, likely, high = (max(1, round(hours * factor)) for hours in (estimate.low, estimate.likely, estimate.high))
    return replace(task, estimate=Estimate(min(low, likely), likely, max(high, likely)))
