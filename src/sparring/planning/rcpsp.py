"""The resource-constrained project scheduling problem as the literature has it: jobs with durations, precedence, renewable resources.

Without a solver: lists of jobs, drawn with a bias towards the jobs with the longest tail, are made into schedules by the serial scheme and pressed together forward and
backward (Li and Willis, 1992; Valls, Ballestin and Quintanilla, 2005). The best of them is an upper bound; paths and resources' loads give a lower one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

Schedule = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Instance:
    """Jobs are numbered from 0, each with only smaller numbers before it. `needs[j][r]` of `capacity[r]` is in use while job j runs."""

    durations: tuple[int, ...]
    before: tuple[tuple[int, ...], ...]
    needs: tuple[tuple[int, ...], ...]
    capacity: tuple[int, ...]

    @property
    def size(self) -> int:
        """How many jobs there are."""
        return len(self.durations)

    def after(self) -> tuple[tuple[int, ...], ...]:
        """Each job's direct successors."""
        found: list[list[int]] = [[] for _ in self.durations]
        for job, before in enumerate(self.before):
            for other in before:
                found[other].append(job)
        return tuple(map(tuple, found))


def makespan(instance: Instance, schedule: Sequence[int]) -> int:
    """When the last job ends."""
    return max((start + length for start, length in zip(schedule, instance.durations, strict=True)), default=0)


def wrong(instance: Instance, schedule: Sequence[int]) -> str:
    """What a schedule breaks, in a few words for a programmer; '' if it is feasible."""
    for job, before in enumerate(instance.before):
        for other in before:
            if schedule[job] < schedule[other] + instance.durations[other]:
                return f"job {job + 1} starts before job {other + 1} has ended"
    for slot in range(makespan(instance, schedule)):
        running = [job for job, start in enumerate(schedule) if start <= slot < start + instance.durations[job]]
        for resource, most in enumerate(instance.capacity):
            if sum(instance.needs[job][resource] for job in running) > most:
                return f"resource {resource + 1} is overloaded at {slot}"
    return ""


def tails(instance: Instance) -> list[int]:
    """The longest path from each job's start to the end."""
    found = list(instance.durations)
    after = instance.after()
    for job in range(instance.size - 1, -1, -1):
        found[job] = instance.durations[job] + max((found[other] for other in after[job]), default=0)
    return found


def lower_bound(instance: Instance) -> int:
    """No schedule can be shorter: the longest path, and each resource's work divided by its capacity."""
    paths = max(tails(instance), default=0)
    loads = [
        -(-sum(length * needs[resource] for length, needs in zip(instance.durations, instance.needs, strict=True)) // most)
        for resource, most in enumerate(instance.capacity)
        if most
    ]
    return max([paths, *loads])


def serial(instance: Instance, order: Sequence[int]) -> Schedule:
    """Each job of `order`, which has predecessors first, at the earliest time at which it fits."""
    horizon = sum(instance.durations) + 1
    free = [list(instance.capacity) for _ in range(horizon)]
    starts = [0] * instance.size
    for job in order:
        length, needs = instance.durations[job], [(r, n) for r, n in enumerate(instance.needs[job]) if n]
        start = max((starts[other] + instance.durations[other] for other in instance.before[job]), default=0)
        slot = start
        while slot < start + length:
            room = free[slot]
            slot += 1
            for resource, need in needs:
                if room[resource] < need:
                    start = slot
                    break
        for slot in range(start, start + length):
            room = free[slot]
            for resource, need in needs:
                room[resource] -= need
        starts[job] = start
    return tuple(starts)


def reversed_instance(instance: Instance) -> Instance:
    """The same project seen from its end; job j is numbered size - 1 - j."""
    last = instance.size - 1
    before = tuple(tuple(last - other for other in others) for others in reversed(instance.after()))
    return Instance(instance.durations[::-1], before, instance.needs[::-1], instance.capacity)


def justified(instance: Instance, mirror: Instance, schedule: Schedule) -> Schedule:
    """The schedule pushed to the right, then to the left, until it gets no shorter."""
    best, last = schedule, instance.size - 1
    while True:
        ends = [start + length for start, length in zip(best, instance.durations, strict=True)]
        right = serial(mirror, sorted(range(instance.size), key=lambda job: (-ends[last - job], job)))
        starts = [-(right[last - job] + instance.durations[job]) for job in range(instance.size)]
        left = serial(instance, sorted(range(instance.size), key=lambda job: (starts[job], job)))
        if makespan(instance, left) >= makespan(instance, best):
            return best
        best = left


def _draw(instance: Instance, weights: Sequence[int], random: Random) -> list[int]:
    """A list of all jobs, predecessors first; what has the longer tail is more likely to come early."""
    missing = [len(before) for before in instance.before]
    after, order = instance.after(), []
    ready = [job for job in range(instance.size) if not missing[job]]
    while ready:
        least = min(weights[job] for job in ready)
        job = random.choices(ready, [(weights[job] - least + 1) ** 2 for job in ready])[0]
        ready.remove(job)
        order.append(job)
        for other in after[job]:
            missing[other] -= 1
            if not missing[other]:
                ready.append(other)
    return order


def heuristic(instance: Instance, random: Random, rounds: int = 60) -> Schedule:
    """A good schedule: the best of `rounds` drawn and justified ones; it stops early at the lower bound."""
    weights, mirror, least = tails(instance), reversed_instance(instance), lower_bound(instance)
    first = sorted(range(instance.size), key=lambda job: (-weights[job], job))
    best = justified(instance, mirror, serial(instance, first))
    for _ in range(rounds):
        if makespan(instance, best) <= least:
            break
        found = justified(instance, mirror, serial(instance, _draw(instance, weights, random)))
        best = min(best, found, key=lambda schedule: makespan(instance, schedule))
    return best
