"""What a project, a team and a plan are."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Literal, get_args

LinkKind = Literal["FS", "SS", "FF", "SF"]
LINK_KINDS: tuple[LinkKind, ...] = get_args(LinkKind)
TaskKind = Literal["build", "test", "review", "release", "document", "risk"]
TASK_KINDS: tuple[TaskKind, ...] = get_args(TaskKind)


@dataclass(frozen=True, slots=True)
class Estimate:
    """Three points, in hours of work: if all goes well, most likely, if much goes wrong."""

    low: int
    likely: int
    high: int

    @property
    def mean(self) -> float:
        """The expected hours: (low + 4 likely + high) / 6, as PERT has it (Malcolm et al., 1959)."""
        return (self.low + 4 * self.likely + self.high) / 6


@dataclass(frozen=True, slots=True)
class Link:
    """The task may not {kind[1]: Start or Finish} earlier than `lag` hours after the task `before` {kind[0]: Starts or Finishes}."""

    before: str
    kind: LinkKind = "FS"
    lag: int = 0


@dataclass(frozen=True, slots=True)
class Task:
    """A piece of work that one person does. `skills` are all needed. `reviews` names the tasks whose authors may not do this one."""

    id: str
    title: str
    estimate: Estimate
    kind: TaskKind = "build"
    skills: frozenset[str] = frozenset()
    after: tuple[Link, ...] = ()
    reviews: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody on the team: hours of work on each of their weekdays (0 is Monday), days on which they are away, their last day (None: they stay)."""

    id: str
    name: str
    skills: frozenset[str] = frozenset()
    hours: int = 8
    weekdays: frozenset[int] = frozenset(range(5))
    away: frozenset[date] = frozenset()
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Placement:
    """A task given to a person, who begins it at the slot `start` or at their first own hour after it."""

    task: str
    person: str
    start: int


Plan = Mapping[str, Placement]
"""By task."""


@dataclass(frozen=True)
class Project:
    """Tasks, a team, the first day, and the day by whose evening all should be done (if there is one)."""

    title: str
    start: date
    tasks: tuple[Task, ...]
    team: tuple[Person, ...]
    deadline: date | None = None
    plan: Plan = field(default_factory=dict)

    @cached_property
    def by_id(self) -> dict[str, Task]:
        """The tasks by their ids."""
        return {task.id: task for task in self.tasks}

    @cached_property
    def people(self) -> dict[str, Person]:
        """The team by their ids."""
        return {person.id: person for person in self.team}

    @cached_property
    def able(self) -> dict[str, tuple[str, ...]]:
        """Who has the skills of each task."""
        return {task.id: tuple(person.id for person in self.team if task.skills <= person.skills) for task in self.tasks}

    @cached_property
    def apart(self) -> frozenset[tuple[str, str]]:
        """Pairs of tasks that one person may not do both: a review and what it reviews, either way round."""
        pairs = {(task.id, other) for task in self.tasks for other in task.reviews}
        return frozenset(pairs | {(b, a) for a, b in pairs})

    @cached_property
    def opposite(self) -> dict[str, tuple[str, ...]]:
        """For each task those that must be somebody else's."""
        found: dict[str, list[str]] = {}
        for one, other in sorted(self.apart):
            found.setdefault(one, []).append(other)
        return {name: tuple(others) for name, others in found.items()}
