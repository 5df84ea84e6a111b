"""The links between tasks: order, circles, earliest times and the critical path, people left aside."""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sparring.planning.model import Link, Task

Hours = Callable[[Task], int]


def likely(task: Task) -> int:
    """The likeliest hours."""
    return task.estimate.likely


def ordered(tasks: Sequence[Task]) -> list[Task]:
    """The tasks with whatever a task waits for before it; tasks on a circle, and behind one, are missing. Unknown names are passed over."""
    by_id = {task.id: task for task in tasks}
    waits = {task.id: sum(link.before in by_id for link in task.after) for task in tasks}
    following: dict[str, list[str]] = {task.id: [] for task in tasks}
    for task in tasks:
        for link in task.after:
            if link.before in by_id:
                following[link.before].append(task.id)
    ready = deque(task.id for task in tasks if waits[task.id] == 0)
    found = []
    while ready:
        name = ready.popleft()
        found.append(by_id[name])
        for other in following[name]:
            waits[other] -= 1
            if waits[other] == 0:
                ready.append(other)
    return found


def circle(tasks: Sequence[Task]) -> tuple[str, ...]:
    """The names along one circle of links, the first repeated at the end; () if there is none."""
    done = {task.id for task in ordered(tasks)}
    left = {task.id: [link.before for link in task.after] for task in tasks if task.id not in done}
    if not left:
        return ()
    path: dict[str, int] = {}
    name = next(iter(left))
    while name not in path:
        path[name] = len(path)
        name = next(before for before in left[name] if before in left)
    ring = list(path)[path[name] :]
    return (name, *reversed(ring))


def earliest(link: Link, begin: int, end: int, hours: int) -> int:
    """The earliest start that a link allows a task of `hours`, the other one lasting from `begin` to `end`."""
    reference = end if link.kind[0] == "F" else begin
    return reference + link.lag - (hours if link.kind[1] == "F" else 0)


@dataclass(frozen=True, slots=True)
class Times:
    """A task's earliest and latest start and its hours, were there always a free person."""

    early: int
    late: int
    hours: int

    @property
    def slack(self) -> int:
        """Hours that it may slip without moving the end."""
        return self.late - self.early


def times(tasks: Sequence[Task], hours: Hours = likely) -> dict[str, Times]:
    """Earliest and latest starts by the critical path method (Kelley and Walker, 1959), all four kinds of link. The tasks have no circle."""
    order = ordered(tasks)
    by_id = {task.id: task for task in tasks}
    early: dict[str, int] = {}
    for task in order:
        links = [(link, early[link.before]) for link in task.after if link.before in early]
        bounds = [earliest(link, begin, begin + hours(by_id[link.before]), hours(task)) for link, begin in links]
        early[task.id] = max([0, *bounds])
    whole = max((early[task.id] + hours(task) for task in tasks), default=0)
    late = {task.id: whole - hours(task) for task in order}
    for task in reversed(order):
        for link in task.after:
            if link.before in late:
                mine = late[task.id] + (hours(task) if link.kind[1] == "F" else 0)
                theirs = mine - link.lag - (hours(by_id[link.before]) if link.kind[0] == "F" else 0)
                late[link.before] = min(late[link.before], theirs)
    return {task.id: Times(early[task.id], late[task.id], hours(task)) for task in order}


def critical_path(tasks: Sequence[Task], hours: Hours = likely) -> tuple[str, ...]:
    """The tasks that may not slip, in order of their start."""
    found = times(tasks, hours)
    return tuple(sorted((name for name, own in found.items() if own.slack == 0), key=lambda name: (found[name].early, name)))
