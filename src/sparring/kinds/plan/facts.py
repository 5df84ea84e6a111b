"""The plan as data that a defence can be held against: who has what, when, what decides the end, what is left before the deadline."""

import itertools
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sparring.core.text import Text
from sparring.planning.axis import Axis
from sparring.planning.checks import driving_chain
from sparring.planning.model import Project, Task
from sparring.planning.network import critical_path
from sparring.planning.placing import Bar, Bars, last

NEARLY = 0.5
"""Days by which what is said may differ from what is planned."""


@dataclass(frozen=True)
class Facts:
    """A candidate's plan: the projects by language (the same but for their titles), and the bars it draws."""

    projects: Mapping[str, Project]
    bars: Bars

    @property
    def project(self) -> Project:
        """The project with English titles."""
        return self.projects["en"]

    @cached_property
    def axis(self) -> Axis:
        """The project's working time."""
        return Axis(self.project)

    @cached_property
    def days(self) -> float:
        """How many working days the plan lasts."""
        return last(self.bars) / self.axis.per_day

    @cached_property
    def until(self) -> date:
        """The last day of the project's time: that of the deadline or, later, of the plan's end."""
        ends = [self.axis.last_date(last(self.bars))] if self.bars else []
        return max([self.project.start, *ends, *([self.project.deadline] if self.project.deadline else [])])

    @cached_property
    def working_days(self) -> tuple[date, ...]:
        """The dates on which somebody of the team works, from the start to `until`."""
        return tuple(day for day in self.axis.dates if day <= self.until)

    def away(self, person: str, day: date) -> bool:
        """Whether somebody does not work on a day."""
        one = self.project.people[person]
        return day in one.away or day.weekday() not in one.weekdays or (one.last is not None and day > one.last)

    @cached_property
    def absences(self) -> dict[str, tuple[date, ...]]:
        """By person the days of the project's time on which they do not work."""
        return {person: tuple(day for day in self.working_days if self.away(person, day)) for person in self.project.people}

    def skilled(self, skill: str) -> frozenset[str]:
        """Who has a skill."""
        return frozenset(person.id for person in self.project.team if skill in person.skills)

    def first_date(self, name: str) -> date:
        """The day on which a placed task begins."""
        return self.axis.date_of(self.bars[name].begin)

    def last_date(self, name: str) -> date:
        """The day on which a placed task ends."""
        return self.axis.last_date(max(self.bars[name].end, self.bars[name].begin + 1))

    @cached_property
    def buffer(self) -> float | None:
        """Working days from the end to the evening of the deadline, negative if it is late; None if there is no deadline."""
        deadline = self.project.deadline
        return (self.axis.end_of(deadline) - last(self.bars)) / self.axis.per_day if deadline else None

    @cached_property
    def slack(self) -> dict[str, float]:
        """Days by which each placed task may slip without moving the end, by its links and by what the same person does next."""
        late = dict.fromkeys(self.bars, last(self.bars))
        rows: dict[str, list[Bar]] = {}
        for bar in self.bars.values():
            rows.setdefault(bar.person, []).append(bar)
        following = {one.task: other.task for row in rows.values() for one, other in _pairs(row)}
        for name in sorted(self.bars, key=lambda one: (self.bars[one].begin, self.bars[one].end), reverse=True):
            if name in following:
                other = following[name]
                late[name] = min(late[name], late[other] - (self.bars[other].end - self.bars[other].begin))
            self._push(name, late)
        return {name: (late[name] - bar.end) / self.axis.per_day for name, bar in self.bars.items()}

    def _push(self, name: str, late: dict[str, int]) -> None:
        """A task's latest end passed on to what it waits for."""
        length = {one: bar.end - bar.begin for one, bar in self.bars.items()}
        for link in self.project.by_id[name].after if name in self.project.by_id else ():
            if link.before in late:
                mine = late[name] - (length[name] if link.kind[1] == "S" else 0)
                late[link.before] = min(late[link.before], mine - link.lag + (length[link.before] if link.kind[0] == "S" else 0))

    @cached_property
    def chain(self) -> frozenset[str]:
        """What decides the end, generously: the tasks that cannot slip by more than half a day, and the longest chain of links."""
        tight = {name for name, days in self.slack.items() if days <= NEARLY}
        return frozenset(tight | set(driving_chain(self.project, self.bars)) | set(critical_path(self.project.tasks)))

    @cached_property
    def waiting(self) -> dict[str, frozenset[str]]:
        """By task what waits for it."""
        found: dict[str, set[str]] = {task.id: set() for task in self.project.tasks}
        for task in self.project.tasks:
            for link in task.after:
                found.setdefault(link.before, set()).add(task.id)
        return {name: frozenset(names) for name, names in found.items()}

    @cached_property
    def most_at_once(self) -> int:
        """How many tasks one person has at the same time, at most."""
        most = 0
        for bar in self.bars.values():
            most = max(most, sum(one.person == bar.person and one.begin <= bar.begin < one.end for one in self.bars.values()))
        return most

    @cached_property
    def at_work(self) -> frozenset[str]:
        """Who has a task."""
        return frozenset(bar.person for bar in self.bars.values())

    @cached_property
    def tasks_by_person(self) -> dict[str, frozenset[str]]:
        """What each member has."""
        return {person: frozenset(name for name, bar in self.bars.items() if bar.person == person) for person in self.project.people}

    @cached_property
    def own_reviews(self) -> tuple[str, ...]:
        """Reviews by whoever wrote it."""
        return tuple(
            task.id
            for task in self.project.tasks
            if task.id in self.bars
            and any(other in self.bars and self.bars[other].person == self.bars[task.id].person for other in task.reviews)
        )

    def reviews_of(self, name: str) -> frozenset[str]:
        """The reviews of a task."""
        return frozenset(task.id for task in self.project.tasks if name in task.reviews)

    def together(self, one: str, other: str) -> bool:
        """Whether two tasks are under way at the same time."""
        first, second = self.bars[one], self.bars[other]
        return first.begin < second.end and second.begin < first.end

    @cached_property
    def any_together(self) -> tuple[str, str] | None:
        """Two tasks of different people that are under way at the same time."""
        names = sorted(self.bars, key=lambda name: self.bars[name].begin)
        pairs = ((a, b) for at, a in enumerate(names) for b in names[at + 1 :])
        return next((pair for pair in pairs if self.bars[pair[0]].person != self.bars[pair[1]].person and self.together(*pair)), None)

    def spread(self, name: str) -> int:
        """How uncertain a task is: hours between the best and the worst estimate."""
        estimate = self.project.by_id[name].estimate
        return estimate.high - estimate.low

    def title(self, name: str) -> Text:
        """A task's title in both languages."""
        return Text(self.projects["en"].by_id[name].title, self.projects["it"].by_id[name].title)

    def who(self, name: str) -> str:
        """The name of whoever has a task, "" if nobody has."""
        bar = self.bars.get(name)
        return self.project.people[bar.person].name if bar and bar.person in self.project.people else ""

    def theirs(self, names: Collection[str], who: Collection[str]) -> list[str]:
        """Of these tasks those that one of these people has."""
        return sorted(name for name in names if name in self.bars and self.bars[name].person in who)

    def day(self, slot: int) -> float:
        """The day of a slot, counted from 1, to a tenth."""
        return round(self.axis.day(slot), 1)

    def of_kind(self, kind: str) -> list[Task]:
        """The placed tasks of a kind."""
        return [task for task in self.project.tasks if task.kind == kind and task.id in self.bars]


def _pairs(row: list[Bar]) -> list[tuple[Bar, Bar]]:
    ordered = sorted(row, key=lambda bar: (bar.begin, bar.end))
    return list(itertools.pairwise(ordered))
