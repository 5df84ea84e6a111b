"""More functions that were written after the fit was finished: numbers, recursion, windows."""

# ruff: noqa: C4, C901, PERF, RET, SIM, C90, B007 - slow code is what these are for

import functools
import heapq
import itertools

from sparring.judge.growth.tests.labelled import inputs
from sparring.judge.growth.tests.labelled.registry import labelled


@labelled("2^n", inputs.number)
def climbing_stairs(n: int) -> int:
    return 1 if n <= 1 else climbing_stairs(n - 1) + climbing_stairs(n - 2) + (climbing_stairs(n - 3) if n > 2 else 0)


@labelled("n", inputs.number)
def tribonacci_with_memory(n: int) -> int:
    a, b, c = 1, 1, 2
    for _ in range(n):
        a, b, c = b, c, (a + b + c) % 65521
    return a


@labelled("2^n", inputs.in_order)
def powerset(items: list[int]) -> int:
    return sum(len(subset) for size in range(len(items) + 1) for subset in itertools.combinations(items, size))


@labelled("2^n", inputs.number)
def parentheses(n: int) -> int:
    def grow(opened: int, closed: int) -> int:
        if opened == closed == n:
            return 1
        return (grow(opened + 1, closed) if opened < n else 0) + (grow(opened, closed + 1) if closed < opened else 0)

    return grow(0, 0)


@labelled("log n", inputs.number)
def hamming_weight(n: int) -> int:
    count = 0
    while n:
        count += n & 1
        n >>= 1
    return count


@labelled("log n", inputs.sorted_and_missing)
def first_at_least(items: list[int], wanted: int) -> int:
    low, high = -1, len(items)
    while high - low > 1:
        middle = low + (high - low) // 2
        low, high = (low, middle) if items[middle] >= wanted else (middle, high)
    return high


@labelled("1", inputs.words)
def length_of_ends(words: list[str]) -> int:
    return len(words[0]) + len(words[-1]) + len(words)


@labelled("1", inputs.number)
def weekday(n: int) -> int:
    return sum(divmod(n, 7)) % 7


@labelled("n log n", inputs.numbers)
def two_sums_by_search(items: list[int]) -> int:
    items.sort()
    found = 0
    for item in items:
        low, high = 0, len(items)
        while low < high:
            middle = (low + high) // 2
            if items[middle] < 1000 - item:
                low = middle + 1
            else:
                high = middle
        found += low
    return found


@labelled("n", inputs.backwards)
def stack_of_next_greater(items: list[int]) -> list[int]:
    result, stack = [-1] * len(items), []
    for i, item in enumerate(items):
        while stack and items[stack[-1]] < item:
            result[stack.pop()] = item
        stack.append(i)
    return result


@labelled("n^2", inputs.backwards)
def next_greater_by_scan(items: list[int]) -> list[int]:
    return [next((other for other in items[i + 1 :] if other > item), -1) for i, item in enumerate(items)]


@labelled("n", inputs.numbers)
def reduced(items: list[int]) -> int:
    return functools.reduce(lambda a, b: a ^ b, items)


@labelled("n^2", inputs.numbers)
def concatenated_by_sum(items: list[int]) -> list[int]:
    return sum(([item] for item in items), [])


@labelled("n^2", inputs.numbers)
def chunks_removed_from_front(items: list[int]) -> int:
    count = 0
    while items:
        del items[:2]
        count += 1
    return count


@labelled("n", inputs.numbers)
def window_totals(items: list[int]) -> list[int]:
    total, result = sum(items[:8]), []
    for i in range(8, len(items)):
        total += items[i] - items[i - 8]
        result.append(total)
    return result


@labelled("n log n", inputs.numbers)
def smallest_first_with_heap(items: list[int]) -> list[int]:
    heapq.heapify(items)
    return [heapq.heappop(items) for _ in range(len(items))]


@labelled("n^2 log n", inputs.numbers)
def sorted_prefixes(items: list[int]) -> int:
    return sum(sorted(items[: i + 1])[0] for i in range(len(items)))
