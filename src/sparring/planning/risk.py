"""When the work will be done, as a distribution: every estimate is drawn from a beta distribution over its three points (PERT), the order on each person is kept,
and no task begins before the plan places it, or before links and colleagues allow it.

All runs are computed at once, task by task, as columns of plain lists: no library is needed.
"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from itertools import accumulate
from operator import add, mul
from random import Random

from sparring.planning.axis import Axis
from sparring.planning.model import Estimate, Link, Project
from sparring.planning.placing import Bars

RUNS = 10_000
LEAST = 0.05
"""A weaker correlation is no driver."""
STEPS = 400
"""Quantiles that stand for a distribution."""


@dataclass(frozen=True, slots=True)
class Risk:
    """Ends of all runs in slots, ascending; `drivers` are tasks with the correlation of their hours and the end, the strongest first."""

    ends: tuple[int, ...]
    drivers: tuple[tuple[str, float], ...]

    def at(self, share: float) -> int:
        """The slot by which the work is done in `share` of the runs (nearest rank)."""
        return self.ends[min(len(self.ends) - 1, max(0, round(share * len(self.ends)) - 1))]

    def chance(self, slot: int) -> float:
        """The share of runs that are done by `slot`."""
        return bisect_left(self.ends, slot + 1) / len(self.ends)

    def percent(self, slot: int) -> int:
        """`chance` in whole percents: 100 only if every run is done by then, 0 only if none is."""
        chance = self.chance(slot)
        return round(chance) * 100 if chance in (0, 1) else min(99, max(1, round(chance * 100)))


def quantiles(estimate: Estimate, steps: int = STEPS) -> list[int]:
    """Hours at `steps` equally likely quantiles of the beta distribution on low..high with its mode at the likeliest (shape 4)."""
    width = estimate.high - estimate.low
    if width <= 0:
        return [estimate.likely]
    rise = 4 * (estimate.likely - estimate.low) / width
    fall = 4 * (estimate.high - estimate.likely) / width
    grid = [(number + 0.5) / steps for number in range(steps)]
    total = list(accumulate(x**rise * (1 - x) ** fall for x in grid))
    found = [bisect_left(total, (number + 0.5) / steps * total[-1]) for number in range(steps)]
    return [round(estimate.low + width * grid[min(at, steps - 1)]) for at in found]


def simulate(project: Project, axis: Axis, found: Bars, random: Random, runs: int = RUNS) -> Risk:
    """The distribution of the end of the plan that `found` draws; ValueError for a plan with nothing in it."""
    if not found:
        raise ValueError("nothing is planned")
    state = _Runs(project, axis, runs, random)
    for name in _order(project, found):
        state.run(name, found[name].person, found[name].begin)
    ends = state.last
    drawn = sorted(_correlations(state.hours, ends).items(), key=lambda pair: (-pair[1], pair[0]))
    return Risk(tuple(sorted(ends)), tuple((name, round(value, 3)) for name, value in drawn if value > LEAST))


def _order(project: Project, found: Bars) -> list[str]:
    """What is planned by its beginning, but nothing before what it waits for: a plan that is still wrong has a risk, too."""
    waits = {name: {link.before for link in project.by_id[name].after} & found.keys() for name in found}
    following: dict[str, list[str]] = {}
    for name, before in waits.items():
        for other in before:
            following.setdefault(other, []).append(name)
    ready = [(found[name].begin, found[name].end, name) for name, before in waits.items() if not before]
    heapify(ready)
    order = []
    while ready:
        name = heappop(ready)[2]
        order.append(name)
        for other in following.get(name, ()):
            waits[other].discard(name)
            if not waits[other]:
                heappush(ready, (found[other].begin, found[other].end, other))
    return order


class _Runs:
    """Columns with one number for each run: begin, end and hours by task, the hour reached by person."""

    def __init__(self, project: Project, axis: Axis, runs: int, random: Random) -> None:
        self.project, self.axis, self.count, self.random = project, axis, runs, random
        self.begin: dict[str, list[int]] = {}
        self.end: dict[str, list[int]] = {}
        self.hours: dict[str, list[int]] = {}
        self.last = [0] * runs
        self._reached: dict[str, list[int]] = {}
        self._next = {name: _hours_before(own.slots, axis.slots) for name, own in axis.own.items()}
        self._after = {name: [0, *(slot + 1 for slot in own.slots)] for name, own in axis.own.items()}
        self._starts = {link.before for task in project.tasks for link in task.after if link.kind[0] == "S"}

    def run(self, name: str, person: str, planned: int) -> None:
        task = self.project.by_id[name]
        hours = self.random.choices(quantiles(task.estimate), k=self.count)
        first = self.axis.own[person].index(planned)
        index = [max(one, first) for one in self._reached.get(person) or [0] * self.count]
        for link in task.after:
            if link.before in self.end:
                index = list(map(max, index, self._allowed(link, person, hours)))
        reached = list(map(add, index, hours))
        after, most = self._after[person], len(self._after[person]) - 1
        if max(reached) > most:
            reached = [min(one, most) for one in reached]
        end = list(map(after.__getitem__, reached))
        if name in self._starts:
            slots = self.axis.own[person].slots
            self.begin[name] = [slots[min(one, most - 1)] for one in index]
        self.end[name], self.hours[name], self._reached[person] = end, hours, reached
        self.last = list(map(max, self.last, end))

    def _allowed(self, link: Link, person: str, hours: Sequence[int]) -> list[int]:
        """The first hour of `person` that the link allows, by run."""
        column = self.end[link.before] if link.kind[0] == "F" else self.begin[link.before]
        table, top = self._next[person], self.axis.slots
        if link.kind[1] == "S":
            if not link.lag:
                return list(map(table.__getitem__, column))
            return [table[min(max(slot + link.lag, 0), top)] for slot in column]
        return [table[min(max(slot + link.lag - 1, 0), top)] + 1 - own for slot, own in zip(column, hours, strict=True)]


def _hours_before(slots: Sequence[int], top: int) -> list[int]:
    """By slot: how many of the person's hours lie before it."""
    table, count = [0] * (top + 1), 0
    mine = set(slots)
    for slot in range(top + 1):
        table[slot] = count
        count += slot in mine
    return table


def _correlations(columns: Mapping[str, Sequence[int]], ends: Sequence[int]) -> dict[str, float]:
    """Pearson's correlation of each column with the ends; 0 where one of the two never varies."""
    count, whole = len(ends), sum(ends)
    spread = sum(map(mul, ends, ends)) - whole * whole / count
    found = {}
    for name, hours in columns.items():
        total = sum(hours)
        own = sum(map(mul, hours, hours)) - total * total / count
        both = sum(map(mul, hours, ends)) - total * whole / count
        found[name] = both / (own * spread) ** 0.5 if own > 0 and spread > 0 else 0.0
    return found
