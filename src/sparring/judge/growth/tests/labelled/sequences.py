"""Lists: scans, hidden scans, slices, early exits."""

# ruff: noqa: A001, C4, PERF, RET, SIM, B007, C90, FURB - slow code is what these are for

import bisect
import copy
import itertools
from collections import Counter, deque

from sparring.judge.growth.tests.labelled import inputs
from sparring.judge.growth.tests.labelled.registry import labelled


@labelled("1", inputs.numbers)
def first(items: list[int]) -> int:
    return items[0]


@labelled("1", inputs.numbers)
def middle_of_three(items: list[int]) -> int:
    return sorted((items[0], items[len(items) // 2], items[-1]))[1]


@labelled("1", inputs.in_order)
def found_at_once(items: list[int]) -> bool:
    for item in items:
        if item == 0:
            return True
    return False


@labelled("1", inputs.numbers)
def pop_last_ten(items: list[int]) -> list[int]:
    return [items.pop() for _ in range(min(4, len(items)))]


@labelled("log n", inputs.sorted_and_missing)
def binary_search(items: list[int], wanted: int) -> int:
    low, high = 0, len(items)
    while low < high:
        middle = (low + high) // 2
        if items[middle] < wanted:
            low = middle + 1
        else:
            high = middle
    return low


@labelled("log n", inputs.sorted_and_missing)
def bisect_in_c(items: list[int], wanted: int) -> bool:
    i = bisect.bisect_left(items, wanted)
    return i < len(items) and items[i] == wanted


@labelled("n", inputs.sorted_and_missing)
def binary_search_by_slices(items: list[int], wanted: int) -> bool:
    if not items:
        return False
    middle = len(items) // 2
    if items[middle] == wanted:
        return True
    return binary_search_by_slices(items[middle + 1 :] if items[middle] < wanted else items[:middle], wanted)


@labelled("n", inputs.sorted_and_missing)
def membership(items: list[int], wanted: int) -> bool:
    return wanted in items


@labelled("n", inputs.numbers, memory="1")
def largest(items: list[int]) -> int:
    best = items[0]
    for item in items:
        if item > best:
            best = item
    return best


@labelled("n", inputs.numbers, memory="1")
def total_in_c(items: list[int]) -> int:
    return sum(items)


@labelled("n", inputs.numbers, memory="1")
def total_of_squares_lazily(items: list[int]) -> int:
    return sum(item * item for item in items)


@labelled("n", inputs.numbers, memory="n")
def total_of_neighbours_listed(items: list[int]) -> int:
    return sum([item + 1000 for item in items])


@labelled("n", inputs.numbers)
def reverse_copy(items: list[int]) -> list[int]:
    return items[::-1]


@labelled("n", inputs.numbers)
def best_run(items: list[int]) -> int:
    best = here = 0
    for item in items:
        here = max(0, here + item - 5)
        best = max(best, here)
    return best


@labelled("n", inputs.numbers)
def queue_with_deque(items: list[int]) -> int:
    waiting, served = deque(items), 0
    while waiting:
        served += waiting.popleft() & 1
    return served


@labelled("n^2", inputs.numbers)
def queue_with_pop_zero(items: list[int]) -> int:
    served = 0
    while items:
        served += items.pop(0) & 1
    return served


@labelled("n^2", inputs.numbers)
def insert_at_front(items: list[int]) -> list[int]:
    result: list[int] = []
    for item in items:
        result.insert(0, item)
    return result


@labelled("n^2", inputs.distinct)
def duplicate_by_scan(items: list[int]) -> bool:
    seen: list[int] = []
    for item in items:
        if item in seen:
            return True
        seen.append(item)
    return False


@labelled("n^2", inputs.distinct)
def duplicate_by_pairs(items: list[int]) -> bool:
    for i in range(len(items)):
        for j in range(i + 1, len(items)):
            if items[i] == items[j]:
                return True
    return False


@labelled("n^2", inputs.distinct)
def duplicate_by_count(items: list[int]) -> bool:
    return any(items.count(item) > 1 for item in items)


@labelled("n^2", inputs.numbers)
def head_and_tail(items: list[int]) -> int:
    result = 0
    while items:
        result ^= items[0]
        items = items[1:]
    return result


@labelled("n^2", inputs.numbers)
def running_totals_slowly(items: list[int]) -> list[int]:
    return [sum(items[: i + 1]) for i in range(len(items))]


@labelled("n", inputs.numbers)
def running_totals(items: list[int]) -> list[int]:
    return list(itertools.accumulate(items))


@labelled("n^2", inputs.numbers)
def joined_by_plus(items: list[int]) -> list[int]:
    result: list[int] = []
    for item in items:
        result = result + [item]
    return result


@labelled("n", inputs.numbers)
def joined_in_place(items: list[int]) -> list[int]:
    result: list[int] = []
    for item in items:
        result += [item]
    return result


@labelled("n^2", inputs.two_lists)
def common_by_scan(left: list[int], right: list[int]) -> list[int]:
    return [item for item in left if item in right]


@labelled("n^3", inputs.distinct)
def three_that_sum(items: list[int]) -> int:
    n, found = len(items), 0
    for i in range(n):
        for j in range(i + 1, n):
            for k in range(j + 1, n):
                found += items[i] + items[j] + items[k] == 7
    return found


@labelled("n^2", inputs.in_order)
def three_that_sum_by_pointers(items: list[int]) -> int:
    found = 0
    for i, first_one in enumerate(items):
        low, high = i + 1, len(items) - 1
        while low < high:
            value = first_one + items[low] + items[high]
            if value > len(items):
                high -= 1
            else:
                low += 1
                found += 1
    return found


@labelled("n^3", inputs.numbers)
def best_run_by_sums(items: list[int]) -> int:
    n = len(items)
    return max(sum(items[i:j]) for i in range(n) for j in range(i + 1, n + 1))


@labelled("n", inputs.in_order)
def stops_halfway(items: list[int]) -> int:
    for i, item in enumerate(items):
        if 2 * item >= len(items):
            return i
    return -1


@labelled("n", inputs.in_order)
def ten_passes(items: list[int]) -> int:
    result = 0
    for _ in range(10):
        for item in items:
            result += item
    return result


@labelled("n", inputs.numbers)
def heavy_start_then_linear(items: list[int]) -> int:
    table = [i * i % 97 for i in range(3000)]
    return sum(table[item % 3000] for item in items)


@labelled("n^2", inputs.square)
def transposed(rows: list[list[int]]) -> list[list[int]]:
    return [list(column) for column in zip(*rows, strict=True)]


@labelled("n^3", inputs.two_squares)
def product(left: list[list[int]], right: list[list[int]]) -> list[list[int]]:
    n = len(left)
    return [[sum(left[i][k] * right[k][j] for k in range(n)) for j in range(n)] for i in range(n)]


@labelled("n", inputs.numbers)
def majority(items: list[int]) -> int:
    return Counter(items).most_common(1)[0][0]


@labelled("n^2", inputs.square)
def deep_copied(rows: list[list[int]]) -> list[list[int]]:
    return copy.deepcopy(rows)
