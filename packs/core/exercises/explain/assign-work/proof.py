"""Switching between tasks, and what full load does to waiting."""

import random


def finishing(tasks, slice_days):
    """The day on which each task ends, when one person works on all of them in turn, `slice_days` at a time."""
    left, now, ends = dict(enumerate(tasks)), 0.0, {}
    while left:
        for name in list(left):
            step = min(slice_days, left[name])
            now += step
            left[name] -= step
            if left[name] <= 1e-9:
                ends[name] = now
                del left[name]
    return [ends[name] for name in sorted(ends)]


one_by_one, in_turns = finishing([2, 2, 2], 2), finishing([2, 2, 2], 1)
assert one_by_one == [2, 4, 6] and in_turns == [4, 5, 6]
assert sum(in_turns) / 3 > sum(one_by_one) / 3 and max(in_turns) == max(one_by_one)


def mean_wait(load, jobs=20_000):
    """Mean days a job waits for one busy person: random arrivals, random sizes with mean 1 (Lindley's recursion)."""
    chance, wait, total = random.Random(3), 0.0, 0.0
    for _ in range(jobs):
        total += wait
        wait = max(0.0, wait + chance.expovariate(1.0) - chance.expovariate(load))
    return total / jobs


assert mean_wait(0.95) > 3 * mean_wait(0.8) > 3 * mean_wait(0.5)
