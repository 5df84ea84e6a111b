"""The proven optimum of a team's plan with CP-SAT.

Hours are first divided by what all of them have in common. Each task has one optional interval for each person who is able, on that person's own hours (no two may
overlap); two element constraints carry its start and its end over to slots, where links are compared.
"""

from math import gcd
from typing import Any

from sparring.planning import solver
from sparring.planning.axis import Axis
from sparring.planning.model import Link, Project
from sparring.planning.placing import Bar, Bars


def unit(project: Project, axis: Axis, fixed: Bars) -> int:
    """The largest number of hours that divides every duration, lag, working day and fixed start."""
    numbers = [task.estimate.likely for task in project.tasks] + [abs(link.lag) for task in project.tasks for link in task.after]
    numbers += [person.hours for person in project.team] + [axis.per_day]
    return gcd(*numbers, *(bar.begin for bar in fixed.values()), *(bar.index for bar in fixed.values())) or 1


def prove(
    project: Project, axis: Axis, hint: Bars, bound: int, seconds: float, *, fixed: Bars, not_before: int
) -> tuple[dict[str, Bar], int]:
    """The shortest plan found within `seconds`, and a bound that no plan can be below; in slots. `hint` is a feasible plan."""
    step = gcd(unit(project, axis, fixed), not_before)
    model = _Model(project, axis, hint, step, fixed, not_before)
    model.links()
    model.apart()
    model.minimize(bound)
    running = solver.solver(model.cp, seconds)
    status = running.solve(model.model)
    if status not in (model.cp.OPTIMAL, model.cp.FEASIBLE):
        return dict(hint), bound
    return model.bars(running), max(bound, round(running.best_objective_bound) * step)


class _Model:
    def __init__(self, project: Project, axis: Axis, hint: Bars, step: int, fixed: Bars, not_before: int) -> None:
        self.cp = solver.load()
        self.model = self.cp.CpModel()
        self.project, self.axis, self.step = project, axis, step
        self.span = -(-max((bar.end for bar in hint.values()), default=0) // step)
        self.hint, self.fixed, self.first = hint, fixed, not_before // step
        self.own = {name: [slot // step for slot in own.slots[::step] if slot // step <= self.span] for name, own in axis.own.items()}
        self.begin: dict[str, Any] = {}
        self.end: dict[str, Any] = {}
        self.given: dict[tuple[str, str], Any] = {}
        self.index: dict[tuple[str, str], Any] = {}
        self._intervals: dict[str, list[Any]] = {name: [] for name in self.own}
        for task in project.tasks:
            self._task(task.id, task.estimate.likely // step)
        for intervals in self._intervals.values():
            self.model.add_no_overlap(intervals)

    def _task(self, name: str, length: int) -> None:
        self.begin[name] = self.model.new_int_var(0, self.span, f"b-{name}")
        self.end[name] = self.model.new_int_var(0, self.span, f"e-{name}")
        choices = []
        for person in self._people(name):
            slots = self.own[person]
            if len(slots) < max(length, 1):
                continue
            choices.append(self._choice(name, person, length, slots))
        self.model.add_exactly_one(choices)

    def _people(self, name: str) -> tuple[str, ...]:
        bar = self.fixed.get(name)
        return self.project.able[name] if bar is None else (bar.person,)

    def _choice(self, name: str, person: str, length: int, slots: list[int]) -> Any:
        given = self.given[name, person] = self.model.new_bool_var(f"{name}@{person}")
        room = len(slots) - max(length, 1)
        index = self.index[name, person] = self.model.new_int_var(0, room, f"x-{name}@{person}")
        if length:
            self._intervals[person].append(self.model.new_optional_fixed_size_interval_var(index, length, given, f"i-{name}@{person}"))
        ends = [slots[number + length - 1] + 1 if length else slots[number] for number in range(room + 1)]
        for values, target in ((slots[: room + 1], self.begin[name]), (ends, self.end[name])):
            shifted = self.model.new_int_var(0, self.span + 1, "")
            self.model.add_element(index, values, shifted)
            self.model.add(target == shifted).only_enforce_if(given)
        bar = self.fixed.get(name)
        if bar is not None:
            self.model.add(index == bar.index // self.step)
        elif self.first:
            self.model.add(self.begin[name] >= self.first).only_enforce_if(given)
        hinted = self.hint[name]
        self.model.add_hint(given, hinted.person == person)
        if hinted.person == person:
            self.model.add_hint(index, min(hinted.index // self.step, room))
        return given

    def links(self) -> None:
        for task in self.project.tasks:
            for link in task.after:
                if task.id not in self.fixed:
                    self._link(task.id, link)

    def _link(self, name: str, link: Link) -> None:
        theirs = self.end if link.kind[0] == "F" else self.begin
        mine = self.begin if link.kind[1] == "S" else self.end
        self.model.add(mine[name] >= theirs[link.before] + link.lag // self.step)

    def apart(self) -> None:
        for one, other in self.project.apart:
            if one < other:
                for person in self.project.people:
                    both = [self.given[name, person] for name in (one, other) if (name, person) in self.given]
                    if len(both) == 2:
                        self.model.add_at_most_one(both)

    def minimize(self, bound: int) -> None:
        whole = self.model.new_int_var(min(bound // self.step, self.span), self.span, "whole")
        for end in self.end.values():
            self.model.add(whole >= end)
        self.model.minimize(whole)

    def bars(self, running: Any) -> dict[str, Bar]:
        found = {}
        for (name, person), given in self.given.items():
            if running.boolean_value(given):
                own, hours = self.axis.own[person], self.project.by_id[name].estimate.likely
                index = running.value(self.index[name, person]) * self.step
                found[name] = Bar(name, person, own.begin(index), own.end(index, hours), index, hours)
        return found
