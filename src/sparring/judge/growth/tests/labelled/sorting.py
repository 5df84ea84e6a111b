"""Sorting, searching in order, heaps."""

# ruff: noqa: C4, PERF, RET, SIM, C90 - slow code is what these are for

import bisect
import heapq

from sparring.judge.growth.tests.labelled import inputs
from sparring.judge.growth.tests.labelled.registry import labelled


@labelled("n log n", inputs.numbers)
def in_c(items: list[int]) -> list[int]:
    return sorted(items)


@labelled("n", inputs.in_order)
def in_c_when_sorted(items: list[int]) -> list[int]:
    return sorted(items)


@labelled("n log n", inputs.numbers)
def with_key(items: list[int]) -> list[int]:
    return sorted(items, key=lambda item: -item)


@labelled("n log n", inputs.numbers)
def merge_sort(items: list[int]) -> list[int]:
    if len(items) < 2:
        return items
    middle = len(items) // 2
    left, right = merge_sort(items[:middle]), merge_sort(items[middle:])
    result, i, j = [], 0, 0
    while i < len(left) and j < len(right):
        if left[i] <= right[j]:
            result.append(left[i])
            i += 1
        else:
            result.append(right[j])
            j += 1
    return result + left[i:] + right[j:]


@labelled("n log n", inputs.distinct)
def quick_sort(items: list[int]) -> list[int]:
    if len(items) < 2:
        return items
    pivot = items[len(items) // 2]
    low = [item for item in items if item < pivot]
    high = [item for item in items if item > pivot]
    return quick_sort(low) + [pivot] + quick_sort(high)


@labelled("n^2", inputs.numbers)
def bubble_sort(items: list[int]) -> list[int]:
    for end in range(len(items) - 1, 0, -1):
        for i in range(end):
            if items[i] > items[i + 1]:
                items[i], items[i + 1] = items[i + 1], items[i]
    return items


@labelled("n^2", inputs.backwards)
def insertion_sort(items: list[int]) -> list[int]:
    for i in range(1, len(items)):
        item, j = items[i], i - 1
        while j >= 0 and items[j] > item:
            items[j + 1] = items[j]
            j -= 1
        items[j + 1] = item
    return items


@labelled("n", inputs.in_order)
def insertion_sort_when_sorted(items: list[int]) -> list[int]:
    for i in range(1, len(items)):
        item, j = items[i], i - 1
        while j >= 0 and items[j] > item:
            items[j + 1] = items[j]
            j -= 1
        items[j + 1] = item
    return items


@labelled("n^2", inputs.numbers)
def selection_sort_with_min(items: list[int]) -> list[int]:
    result = []
    while items:
        smallest = min(items)
        items.remove(smallest)
        result.append(smallest)
    return result


@labelled("n log n", inputs.numbers)
def heap_sort(items: list[int]) -> list[int]:
    heap: list[int] = []
    for item in items:
        heapq.heappush(heap, item)
    return [heapq.heappop(heap) for _ in range(len(heap))]


@labelled("n", inputs.numbers)
def heapify(items: list[int]) -> int:
    heapq.heapify(items)
    return items[0]


@labelled("log n", inputs.in_order)
def one_pop_of_a_heap(items: list[int]) -> int:
    return heapq.heappop(items)


@labelled("n", inputs.numbers)
def five_largest(items: list[int]) -> list[int]:
    return heapq.nlargest(5, items)


@labelled("n^2", inputs.numbers)
def median_by_resorting(items: list[int]) -> list[int]:
    seen, medians = [], []
    for item in items:
        seen.append(item)
        seen.sort()
        medians.append(seen[len(seen) // 2])
    return medians


@labelled("n^2 log n", inputs.numbers)
def sorted_anew_for_each(items: list[int]) -> int:
    result = 0
    for i in range(len(items)):
        result += sorted(items)[i]
    return result


@labelled("n^2 log n", inputs.square)
def every_row_sorted(rows: list[list[int]]) -> list[list[int]]:
    return [sorted(row, key=lambda item: item * 7919 % 10007) for row in rows]


@labelled("n^2 log n", inputs.distinct)
def bisect_for_every_pair(items: list[int]) -> int:
    items, found = sorted(items), 0
    for left in items:
        for right in items:
            found += bisect.bisect_left(items, left + right - 1500) < len(items)
    return found


@labelled("n^2 log n", inputs.distinct)
def search_for_every_pair(items: list[int]) -> int:
    items, found = sorted(items), 0
    for left in items:
        for right in items:
            wanted, low, high = left + right, 0, len(items)
            while low < high:
                middle = (low + high) // 2
                if items[middle] < wanted:
                    low = middle + 1
                else:
                    high = middle
            found += low
    return found


@labelled("n log n", inputs.numbers)
def bisect_for_each(items: list[int]) -> int:
    ordered = sorted(items)
    return sum(bisect.bisect_left(ordered, item + 3) for item in items)


@labelled("n log n", inputs.intervals)
def merged_intervals(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


@labelled("n", inputs.two_sorted)
def merge_of_two(left: list[int], right: list[int]) -> list[int]:
    return list(heapq.merge(left, right))


@labelled("n^2", inputs.points)
def nearest_pair(places: list[tuple[int, int]]) -> int:
    best = 10**12
    for i, (x, y) in enumerate(places):
        for other_x, other_y in places[i + 1 :]:
            best = min(best, (x - other_x) ** 2 + (y - other_y) ** 2)
    return best
