"""The best plan for a project, and how far another one is from it."""

from dataclasses import dataclass
from random import Random
from time import perf_counter

from sparring.planning import solver, team_exact
from sparring.planning.axis import Axis
from sparring.planning.checks import project_remarks
from sparring.planning.model import Project
from sparring.planning.network import times
from sparring.planning.placing import Bar, Bars, last
from sparring.planning.team import heuristic

MOST_EXACT = 150
"""Tasks up to which the solver is asked at all."""


@dataclass(frozen=True, slots=True)
class Optimum:
    """The best plan known, its end and the bound no plan can be below, in slots. `method`: cp-sat or heuristic."""

    bars: Bars
    end: int
    bound: int
    seconds: float
    method: str

    @property
    def proved(self) -> bool:
        """Whether no plan can end earlier."""
        return self.bound >= self.end

    def gap(self, end: int) -> float:
        """By which share a plan that ends at `end` is longer than the best one known."""
        return end / self.end - 1 if self.end else 0.0


def best(
    project: Project, axis: Axis, seconds: float = 20.0, *, exact: bool = True, fixed: Bars | None = None, not_before: int = 0
) -> Optimum | None:
    """The best plan that was found; None if the project cannot be planned at all (`checks.project_problems` says why)."""
    if any(remark.blocker for remark in project_remarks(project)):
        return None
    started, kept = perf_counter(), dict(fixed or {})
    found: dict[str, Bar] | None = heuristic(project, axis, Random(0), fixed=kept, not_before=not_before)
    if found is None:
        return None
    bound, method = max(lower_bound(project, axis), last(kept)), "heuristic"
    if exact and bound < last(found) and len(project.tasks) <= MOST_EXACT and solver.available():
        found, bound = team_exact.prove(project, axis, found, bound, seconds, fixed=kept, not_before=not_before)
        method = "cp-sat"
    return Optimum(found, last(found), bound, round(perf_counter() - started, 3), method)


def lower_bound(project: Project, axis: Axis) -> int:
    """A slot before which no plan can end: the critical path with everybody free, and the hours that only a group of people can do."""
    path = max((own.early + own.hours for own in times(project.tasks).values()), default=0)
    groups = {frozenset(people) for people in project.able.values()} | {frozenset(project.people)}
    return max([path, *(_filled(project, axis, group) for group in groups)])


def _filled(project: Project, axis: Axis, group: frozenset[str]) -> int:
    """The slot at which the group has worked as many hours as the tasks have that only its members can do."""
    hours = sum(task.estimate.likely for task in project.tasks if group.issuperset(project.able[task.id]))
    if not hours:
        return 0
    slots = sorted(slot for person in group for slot in axis.own[person].slots)
    return slots[min(hours, len(slots)) - 1] + 1
