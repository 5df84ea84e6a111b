"""What a plan means: when each task begins and ends for the person who has it, and the schedule that an order gives."""

from bisect import bisect_right, insort
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sparring.planning.axis import Axis
from sparring.planning.model import Placement, Plan, Project, Task
from sparring.planning.network import earliest


@dataclass(frozen=True, slots=True)
class Bar:
    """A task on the Gantt, in slots; `index` is the number of the person's hour at which it begins."""

    task: str
    person: str
    begin: int
    end: int
    index: int
    hours: int


Bars = Mapping[str, Bar]


def bars(project: Project, axis: Axis, plan: Plan) -> dict[str, Bar]:
    """The bars of what is placed on people who exist and still have the hours after that start."""
    found = {}
    for placement in plan.values():
        task, own = project.by_id.get(placement.task), axis.own.get(placement.person)
        if task is None or own is None or not own.slots:
            continue
        hours = task.estimate.likely
        index = own.index(max(placement.start, 0))
        if index + max(hours, 1) <= len(own.slots):
            found[task.id] = Bar(task.id, placement.person, own.begin(index), own.end(index, hours), index, hours)
    return found


def last(found: Bars) -> int:
    """The slot after the last hour of work."""
    return max((bar.end for bar in found.values()), default=0)


def plan_of(found: Bars) -> Plan:
    """The plan that the bars draw."""
    return {name: Placement(name, bar.person, bar.begin) for name, bar in found.items()}


class Board:
    """A schedule in the making: tasks are put, one after another, into the first gap of a person that their links allow."""

    def __init__(self, project: Project, axis: Axis, fixed: Bars | None = None) -> None:
        self.project, self.axis = project, axis
        self.bars: dict[str, Bar] = {}
        self._busy: dict[str, list[tuple[int, int]]] = {person: [] for person in project.people}
        self.not_before = 0
        for bar in (fixed or {}).values():
            self._put(bar)

    def _put(self, bar: Bar) -> None:
        self.bars[bar.task] = bar
        if bar.hours and bar.person in self._busy:
            insort(self._busy[bar.person], (bar.index, bar.index + bar.hours))

    def forbidden(self, task: Task) -> frozenset[str]:
        """Who may not have the task because of what they already have."""
        return frozenset(self.bars[name].person for name in self.project.opposite.get(task.id, ()) if name in self.bars)

    def bar(self, task: Task, person: str) -> Bar | None:
        """Where the task would stand on somebody, as early as possible; None if they never have the hours."""
        own, hours = self.axis.own[person], task.estimate.likely
        index = own.index(self.not_before)
        for link in task.after:
            other = self.bars.get(link.before)
            if other and link.kind[1] == "S":
                index = max(index, own.index(max(earliest(link, other.begin, other.end, 0), 0)))
        for link in task.after:
            other = self.bars.get(link.before)
            if other and link.kind[1] == "F":
                needed = earliest(link, other.begin, other.end, 0)
                index = max(index, own.index(max(needed - 1, 0)) + 1 - hours) if needed > 0 else index
        busy = self._busy[person]
        for begin, end in busy[max(bisect_right(busy, (index, index)) - 1, 0) :]:
            if index + hours <= begin:
                break
            index = max(index, end)
        if index + max(hours, 1) > len(own.slots):
            return None
        return Bar(task.id, person, own.begin(index), own.end(index, hours), index, hours)

    def place(self, task: Task, people: Sequence[str]) -> bool:
        """Give the task to whoever would end it first; False if nobody can have it."""
        barred = self.forbidden(task)
        found = [bar for person in people if person not in barred and (bar := self.bar(task, person))]
        if not found:
            return False
        self._put(min(found, key=lambda bar: bar.end))
        return True
