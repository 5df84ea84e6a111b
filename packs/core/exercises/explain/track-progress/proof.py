"""Little's law on a simulated board, and the forecast from the pace."""

import math

# Forty tasks, twelve done in three weeks.
pace = 12 / 3
assert math.ceil((40 - 12) / pace) == 7


def board(in_progress, a_week=4, weeks=400):
    """A team that finishes `a_week` tasks a week, oldest first, and keeps `in_progress` open: the mean weeks from start to done."""
    started, taken = [0.0] * in_progress, []
    for number in range(weeks * a_week):
        now = (number + 1) / a_week
        taken.append(now - started.pop(0))
        started.append(now)
    settled = taken[len(taken) // 2 :]
    return sum(settled) / len(settled)


for open_tasks in (4, 8, 16):
    assert abs(board(open_tasks) - open_tasks / 4) < 1e-9, "lead time = work in progress / throughput"
assert board(8) * 2 == board(16)

# "Ninety per cent" of every task is not one finished task.
tasks = [0.9] * 10
assert round(sum(tasks) / len(tasks), 2) == 0.9 and sum(share == 1 for share in tasks) == 0
