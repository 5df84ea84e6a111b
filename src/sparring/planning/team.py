"""A good plan for a team without a solver: many drawn orders, each put on the board greedily, the best of them improved by moving single tasks."""

from collections.abc import Mapping
from heapq import heapify, heappop, heappush
from random import Random

from sparring.planning.axis import Axis
from sparring.planning.model import Project, Task
from sparring.planning.network import ordered, times
from sparring.planning.placing import Bar, Bars, Board, last

ROUNDS = 300
MOST_WORK = 20_000
"""Rounds times tasks: large projects get fewer rounds."""


def heuristic(
    project: Project, axis: Axis, random: Random, *, fixed: Bars | None = None, not_before: int = 0, rounds: int = ROUNDS
) -> dict[str, Bar] | None:
    """The best plan found; None if no order could be placed (skills are missing, or everybody is away). `fixed` bars stay as they are."""
    todo = [task for task in ordered(project.tasks) if task.id not in (fixed or {})]
    weights = _weights(project)
    best: dict[str, Bar] | None = None
    keys, choice = {task.id: weights[task.id] for task in todo}, dict(project.able)
    for number in range(max(1, min(rounds, MOST_WORK // max(len(todo), 1)))):
        trial = keys if number == 0 else _shaken(keys, random)
        people = choice if number % 2 == 0 else _narrowed(choice, best, random)
        board = Board(project, axis, fixed)
        board.not_before = not_before
        if not _fill(board, todo, trial, people):
            continue
        if best is None or _rank(board.bars) < _rank(best):
            best, keys = board.bars, trial
    return best


def _rank(found: Bars) -> tuple[int, int]:
    return last(found), sum(bar.end for bar in found.values())


def _weights(project: Project) -> dict[str, float]:
    """The less a task may slip, and the fewer people can do it, the earlier it is placed."""
    return {name: own.late - 4 / max(len(project.able[name]), 1) for name, own in times(project.tasks).items()}


def _shaken(keys: Mapping[str, float], random: Random) -> dict[str, float]:
    """The order with a few tasks moved."""
    spread = max(keys.values(), default=1) or 1
    return {name: key + (random.gauss(0, spread / 4) if random.random() < 0.25 else 0) for name, key in keys.items()}


def _narrowed(choice: Mapping[str, tuple[str, ...]], best: Bars | None, random: Random) -> dict[str, tuple[str, ...]]:
    """Most tasks stay with whoever has them in the best plan, some are given to somebody else."""
    found: dict[str, tuple[str, ...]] = {}
    for name, people in choice.items():
        if best and name in best and best[name].person in people and random.random() < 0.8:
            found[name] = (best[name].person,)
        elif len(people) > 1 and random.random() < 0.7:
            found[name] = (random.choice(people),)
        else:
            found[name] = people
    return found


def _fill(board: Board, todo: list[Task], keys: Mapping[str, float], people: Mapping[str, tuple[str, ...]]) -> bool:
    """Place all tasks, whatever a task waits for before it, the smallest key first."""
    by_id = {task.id: task for task in todo}
    waits = {task.id: {link.before for link in task.after} & by_id.keys() for task in todo}
    following: dict[str, list[str]] = {}
    for name, before in waits.items():
        for other in before:
            following.setdefault(other, []).append(name)
    ready = [(keys[name], name) for name, before in waits.items() if not before]
    heapify(ready)
    while ready:
        _, name = heappop(ready)
        if not board.place(by_id[name], people[name]) and not board.place(by_id[name], board.project.able[name]):
            return False
        for other in following.get(name, ()):
            waits[other].discard(name)
            if not waits[other]:
                heappush(ready, (keys[other], other))
    return True
