"""Functions whose curve bends where numbers outgrow what is kept ready for them or a machine word, and such as hand out their work piece by piece."""

# ruff: noqa: C4, PERF, RUF029 - slow code is what these are for

from collections.abc import AsyncIterator, Iterator
from random import Random
from typing import Any

from sparring.judge.growth.tests.labelled import inputs
from sparring.judge.growth.tests.labelled.registry import labelled


def counted(n: int, random: Random) -> tuple[Any, ...]:
    return (list(range(n)),)


@labelled("n", counted)
def squares_listed_and_summed(items: list[int]) -> int:
    return sum([item * item for item in items])


@labelled("n", counted)
def cubes_summed(items: list[int]) -> int:
    return sum(item * item * item for item in items)


def coins_and_amount(n: int, random: Random) -> tuple[Any, ...]:
    return [1, 7, 10, 25 + random.randrange(5)], n


@labelled("n^2", coins_and_amount)
def fewest_coins_by_pairs(coins: list[int], amount: int) -> int | None:
    best = {0: 0}
    for total in range(1, amount + 1):
        if total in coins:
            best[total] = 1
            continue
        for part in range(1, total // 2 + 1):
            if part in best and total - part in best:
                count = best[part] + best[total - part]
                if count < best.get(total, count + 1):
                    best[total] = count
    return best.get(amount)


@labelled("n^2", inputs.number)
def pairs_that_add_up(n: int) -> int:
    found = 0
    for left in range(n):
        for right in range(left, n):
            if left + right == n:
                found += 1
    return found


def any_weights(n: int, random: Random) -> tuple[Any, ...]:
    return [random.randrange(1, n + 1) for _ in range(n)], [random.randrange(1, 1000) for _ in range(n)], n


@labelled("n^2", any_weights)
def knapsack_of_any_weights(weights: list[int], values: list[int], room: int) -> int:
    best = [0] * (room + 1)
    for weight, value in zip(weights, values):
        for left in range(room, weight - 1, -1):
            best[left] = max(best[left], best[left - weight] + value)
    return best[room]


@labelled("n", inputs.numbers)
def totals_so_far(items: list[int]) -> Iterator[int]:
    total = 0
    for item in items:
        total += item
        yield total


@labelled("n^2", inputs.numbers)
def totals_so_far_each_anew(items: list[int]) -> Iterator[int]:
    for end in range(len(items)):
        yield sum(items[:end])


@labelled("n", inputs.numbers)
async def doubled_one_by_one(items: list[int]) -> AsyncIterator[int]:
    for item in items:
        yield 2 * item
