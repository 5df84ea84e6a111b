"""Functions that were written after the climb was made cheaper, and measured once."""

# ruff: noqa: C4, PERF, RET, SIM - slow code is what these are for

import heapq
import itertools
from collections import Counter, defaultdict
from random import Random
from typing import Any

from sparring.judge.growth.tests.labelled import inputs
from sparring.judge.growth.tests.labelled.registry import labelled


@labelled("1", inputs.two_sorted)
def ranges_overlap(left: list[int], right: list[int]) -> bool:
    return left[0] <= right[-1] and right[0] <= left[-1]


@labelled("log n", inputs.sorted_and_missing)
def found_by_halving_steps(items: list[int], wanted: int) -> int:
    place, step = -1, 1 << len(items).bit_length()
    while step:
        if place + step < len(items) and items[place + step] < wanted:
            place += step
        step //= 2
    return place + 1


@labelled("n", inputs.words)
def grouped_by_first_letter(words: list[str]) -> dict[str, int]:
    groups: dict[str, list[str]] = defaultdict(list)
    for word in words:
        groups[word[0]].append(word)
    return {letter: len(group) for letter, group in groups.items()}


@labelled("n", inputs.numbers)
def differences_by_index(items: list[int]) -> list[int]:
    return [items[place + 1] - items[place] for place in range(len(items) - 1)]


@labelled("n", inputs.two_texts)
def same_letters_at_same_places(left: str, right: str) -> int:
    return sum(a == b for a, b in zip(left, right, strict=True)) + len(Counter(left) & Counter(right))


@labelled("n log n", inputs.intervals)
def most_at_once(spans: list[tuple[int, int]]) -> int:
    events = sorted([(start, 1) for start, _ in spans] + [(end, -1) for _, end in spans])
    return max(itertools.accumulate(change for _, change in events))


@labelled("n log n", inputs.distinct)
def medians_with_two_heaps(items: list[int]) -> int:
    low: list[int] = []
    high: list[int] = []
    total = 0
    for item in items:
        heapq.heappush(high, -heapq.heappushpop(low, -item))
        if len(high) > len(low):
            heapq.heappush(low, -heapq.heappop(high))
        total -= low[0]
    return total % 9973


@labelled("n^2", inputs.distinct)
def last_seen_by_index(items: list[int]) -> int:
    return sum(items[place:].index(item) + items.index(item) for place, item in enumerate(items)) % 9973


@labelled("n^2", inputs.number)
def squares_of_a_table(n: int) -> int:
    table = [[row * column % 7 for column in range(n)] for row in range(n)]
    return sum(sum(row) for row in table)


@labelled("n^2 log n", inputs.square)
def columns_in_order(rows: list[list[int]]) -> int:
    return sum(sorted(column[place] * 1009 % 99_991 + place for place in range(len(column)))[0] for column in zip(*rows, strict=True))


@labelled("n^3", inputs.square)
def totals_of_all_bands(rows: list[list[int]]) -> int:
    best = 0
    for top in range(len(rows)):
        for bottom in range(top, len(rows)):
            best = max(best, sum(rows[bottom]) - sum(rows[top]))
    return best


def weights_and_limit(n: int, random: Random) -> tuple[Any, ...]:
    return [random.randrange(5, 20) for _ in range(n)], 10 * n


@labelled("2^n", weights_and_limit)
def heaviest_that_fits(weights: list[int], limit: int) -> int:
    best = 0
    for chosen in range(1 << len(weights)):
        total = sum(weight for place, weight in enumerate(weights) if chosen >> place & 1)
        if best < total <= limit:
            best = total
    return best
