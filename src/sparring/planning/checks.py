"""What is wrong with a project or a plan: each remark says what, where, and what to do about it."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sparring.core.text import Message, Param
from sparring.planning.axis import Axis
from sparring.planning.model import Project, Task
from sparring.planning.network import circle, earliest
from sparring.planning.placing import Bar, Bars, last

MOST_OF_CHAIN = 0.7
LEAST_CHAIN = 4
"""From that many tasks on the driving chain is looked at for one person who carries it all."""


@dataclass(frozen=True, slots=True)
class Remark:
    """`check` names the rule; `where` the tasks and people; a `blocker` makes the plan impossible, other remarks make it a bad one."""

    check: str
    where: tuple[str, ...]
    blocker: bool
    message: Message
    remedy: Message


def remark(check: str, *where: str, blocker: bool = True, **params: Param) -> Remark:
    """A remark with its two sentences; one on a link without a lag does not speak of hours."""
    plain = "-at-once" if params.get("lag") == 0 else ""
    return Remark(
        check, where, blocker, Message(f"planning.check.{check}{plain}", dict(params)), Message(f"planning.remedy.{check}", dict(params))
    )


def project_remarks(project: Project) -> list[Remark]:
    """What is wrong before anybody has planned anything."""
    return [*_network(project), *_skills(project), *_kinds(project)]


def plan_remarks(project: Project, axis: Axis, found: Bars) -> list[Remark]:
    """What is wrong with the plan that the bars draw."""
    rules = (_unplaced, _unable, _overlaps, _broken, _own_review, _late, _chain_on_one, _in_progress)
    return [one for rule in rules for one in rule(project, axis, found)]


def _network(project: Project) -> Iterator[Remark]:
    for task in project.tasks:
        for name in (*(link.before for link in task.after), *task.reviews):
            if name not in project.by_id:
                yield remark("unknown-task", task.id, task=task.title, name=name)
    ring = circle(project.tasks)
    if ring:
        yield remark("cycle", *ring[:-1], ring=" → ".join(ring[:12] if len(ring) <= 12 else (*ring[:10], "…", ring[-1])))


def _skills(project: Project) -> Iterator[Remark]:
    if not project.team:
        yield remark("no-team")
        return
    known = frozenset().union(*(person.skills for person in project.team))
    for task in project.tasks:
        if not project.able[task.id]:
            missing = sorted(task.skills - known)
            check = "missing-skill" if missing else "split-skills"
            yield remark(check, task.id, task=task.title, skills=", ".join(missing or sorted(task.skills)))
        elif task.reviews and len(project.team) == 1:
            yield remark("lone-review", task.id, task=task.title)


def _kinds(project: Project) -> Iterator[Remark]:
    kinds = {task.kind for task in project.tasks}
    if "build" in kinds:
        for kind in ("test", "review", "release"):
            if kind not in kinds:
                yield remark(f"no-{kind}", blocker=False)


def _unplaced(project: Project, _axis: Axis, found: Bars) -> Iterator[Remark]:
    for task in project.tasks:
        if task.id not in found:
            placement = project.plan.get(task.id)
            if placement is not None and placement.person in project.people:
                yield remark("never-there", task.id, placement.person, task=task.title, person=project.people[placement.person].name)
            else:
                yield remark("unplaced", task.id, task=task.title)


def _unable(project: Project, _axis: Axis, found: Bars) -> Iterator[Remark]:
    for name, bar in found.items():
        task, person = project.by_id[name], project.people[bar.person]
        if not task.skills <= person.skills:
            missing = ", ".join(sorted(task.skills - person.skills))
            yield remark("unable", name, person.id, task=task.title, person=person.name, skills=missing)


def _overlaps(project: Project, axis: Axis, found: Bars) -> Iterator[Remark]:
    rows: dict[str, list[Bar]] = {}
    for bar in found.values():
        if bar.hours:
            rows.setdefault(bar.person, []).append(bar)
    for person, row in rows.items():
        row.sort(key=lambda bar: (bar.index, bar.task))
        for before, bar in itertools.pairwise(row):
            shared = before.index + before.hours - bar.index
            if shared > 0:
                one, other = project.by_id[before.task].title, project.by_id[bar.task].title
                name = project.people[person].name
                yield remark(
                    "overload",
                    bar.task,
                    before.task,
                    person,
                    person=name,
                    one=one,
                    other=other,
                    hours=min(shared, bar.hours),
                    day=_day(axis, bar.begin),
                )


def _broken(project: Project, axis: Axis, found: Bars) -> Iterator[Remark]:
    for task in project.tasks:
        bar = found.get(task.id)
        for link in task.after if bar else ():
            other = found.get(link.before)
            if bar is None or other is None:
                continue
            needed = earliest(link, other.begin, other.end, 0)
            have = bar.begin if link.kind[1] == "S" else bar.end
            if have < needed:
                before = project.by_id[link.before].title
                yield remark(
                    f"broken-{link.kind.lower()}",
                    task.id,
                    link.before,
                    task=task.title,
                    before=before,
                    lag=link.lag,
                    day=_day(axis, needed),
                )


def _own_review(project: Project, _axis: Axis, found: Bars) -> Iterator[Remark]:
    for task in project.tasks:
        for other in task.reviews:
            if task.id in found and other in found and found[task.id].person == found[other].person:
                person = project.people[found[task.id].person].name
                yield remark("own-review", task.id, other, task=task.title, other=project.by_id[other].title, person=person)


def _late(project: Project, axis: Axis, found: Bars) -> Iterator[Remark]:
    if project.deadline and found:
        most, end = axis.end_of(project.deadline), last(found)
        if end > most:
            final = max(found.values(), key=lambda bar: bar.end)
            days = round((end - most) / axis.per_day, 1)
            yield remark(
                "late", final.task, blocker=False, task=project.by_id[final.task].title, date=axis.last_date(end).isoformat(), days=days
            )


def driving_chain(project: Project, found: Bars) -> tuple[str, ...]:
    """The tasks that decide the end, the last one last: from each back to whatever ended last before it, by link or on the same person."""
    if not found:
        return ()
    previous = _previous(found)
    name: str | None = max(found, key=lambda one: (found[one].end, one))
    chain: list[str] = []
    while name is not None and name not in chain:
        chain.append(name)
        bar, task = found[name], project.by_id[name]
        before = [link.before for link in task.after if link.before in found] + ([previous[name]] if name in previous else [])
        before = [other for other in before if found[other].begin < bar.begin or found[other].end <= bar.begin]
        name = max(before, key=lambda one: (found[one].end, one), default=None)
    return tuple(reversed(chain))


def _previous(found: Bars) -> dict[str, str]:
    rows: dict[str, str] = {}
    before = {}
    for bar in sorted(found.values(), key=lambda bar: (bar.index, bar.end)):
        if bar.person in rows:
            before[bar.task] = rows[bar.person]
        rows[bar.person] = bar.task
    return before


def _chain_on_one(project: Project, _axis: Axis, found: Bars) -> Iterator[Remark]:
    chain = driving_chain(project, found)
    if len(chain) < LEAST_CHAIN or len(project.team) < 2:
        return
    hours = {person: sum(found[name].hours for name in chain if found[name].person == person) for person in project.people}
    most = max(hours, key=lambda person: hours[person])
    share = hours[most] / (sum(hours.values()) or 1)
    movable = any(len(project.able[name]) > 1 for name in chain if found[name].person == most)
    if share >= MOST_OF_CHAIN and movable:
        yield remark("one-person", most, *chain, blocker=False, person=project.people[most].name, percent=round(share * 100))


def _in_progress(project: Project, axis: Axis, found: Bars) -> Iterator[Remark]:
    """Pieces that are begun but not yet reviewed and tested, against the number of people."""
    ends = {task.id: found[task.id].end for task in project.tasks if task.kind == "build" and task.id in found}
    for task in project.tasks:
        if task.kind in ("review", "test") and task.id in found:
            for name in _covered(task):
                if name in ends:
                    ends[name] = max(ends[name], found[task.id].end)
    moves = sorted([(found[name].begin, 1) for name in ends] + [(end, -1) for end in ends.values()], key=lambda move: (move[0], move[1]))
    most, now, when = 0, 0, 0
    for slot, change in moves:
        now += change
        if now > most:
            most, when = now, slot
    if most > max(len(project.team), 1) + 1:
        yield remark("in-progress", blocker=False, count=most, people=len(project.team), day=_day(axis, when))


def _covered(task: Task) -> Sequence[str]:
    return (*task.reviews, *(link.before for link in task.after))


def _day(axis: Axis, slot: int) -> float:
    return round(axis.day(slot), 2)
