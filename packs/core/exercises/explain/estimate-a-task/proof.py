"""Simulates ten tasks with skewed three-point estimates (triangular): how often the sum of the likely values is met."""

import random

LOW, LIKELY, HIGH, TASKS, RUNS = 2, 3, 6, 10, 4000
chance = random.Random(7)
totals = sorted(sum(chance.triangular(LOW, HIGH, LIKELY) for _ in range(TASKS)) for _ in range(RUNS))

met = sum(total <= LIKELY * TASKS for total in totals) / RUNS
assert met < 0.1, "ten tasks, each with its likely value: the sum is hardly ever met"

one = [chance.triangular(LOW, HIGH, LIKELY) for _ in range(RUNS)]
assert sum(value <= LIKELY for value in one) / RUNS < 0.5, "already one task overruns more often than not"

mean = (LOW + 4 * LIKELY + HIGH) / 6
assert mean > LIKELY
four_of_five = totals[int(0.8 * RUNS)]
assert four_of_five > TASKS * LIKELY * 1.15

# Splitting helps: the spread of a sum of independent parts is smaller than that of one lump of the same size.
lump = sorted(TASKS * value for value in one)
spread = lambda values: values[int(0.9 * RUNS)] - values[int(0.1 * RUNS)]
assert spread(totals) < spread(lump) / 2
