"""What people write in interviews, put down before the climb was made cheaper: hidden costs in C code, early exits, two arguments that both grow."""

# ruff: noqa: C4, C901, PERF, RET, SIM, C90, B007, FURB - slow code is what these are for

import bisect
import heapq
import itertools
import re
from collections import deque
from random import Random
from typing import Any

from sparring.judge.growth.tests.labelled import inputs
from sparring.judge.growth.tests.labelled.registry import labelled


def known_and_wanted(n: int, random: Random) -> tuple[Any, ...]:
    return set(range(n)), n // 2


@labelled("1", known_and_wanted)
def looked_up_in_a_set(known: set[int], wanted: int) -> bool:
    return wanted in known and -wanted - 1 not in known


def odd_at_first(n: int, random: Random) -> tuple[Any, ...]:
    return ([7, 5, 3, 8, *range(n)],)


@labelled("1", odd_at_first)
def first_even(items: list[int]) -> int | None:
    for item in items:
        if item % 2 == 0:
            return item
    return None


@labelled("1", inputs.numbers)
def ten_from_the_middle(items: list[int]) -> int:
    middle = len(items) // 2
    return sum(items[middle : middle + 10]) if len(items) > 40 else sum(itertools.islice(itertools.cycle(items), 10))


@labelled("log n", inputs.sorted_and_missing)
def bounds_doubled_then_searched(items: list[int], wanted: int) -> int:
    high = 1
    while high < len(items) and items[high] < wanted:
        high *= 2
    low, high = high // 2, min(high, len(items))
    while low < high:
        middle = (low + high) // 2
        if items[middle] < wanted:
            low = middle + 1
        else:
            high = middle
    return low


def tree_and_place(n: int, random: Random) -> tuple[Any, ...]:
    return [place & -place for place in range(n + 1)], (1 << n.bit_length() - 1) - 1


@labelled("log n", tree_and_place)
def sum_up_to_in_a_tree(tree: list[int], place: int) -> int:
    total = 0
    while place > 0:
        total += tree[place]
        place -= place & -place
    return total


@labelled("log n", inputs.number)
def digits_reversed(n: int) -> int:
    turned = 0
    while n:
        n, digit = divmod(n, 3)
        turned = (turned * 3 + digit) % 9973
    return turned


@labelled("n", inputs.text)
def words_parted_and_measured(text: str) -> int:
    return sum(len(word) for word in text.replace("a", " ").split())


@labelled("n", inputs.two_lists)
def dealt_alternately(left: list[int], right: list[int]) -> list[int]:
    dealt: list[int] = []
    for a, b in zip(left, right, strict=True):
        dealt.append(a)
        dealt.append(b)
    return dealt


def items_and_width(n: int, random: Random) -> tuple[Any, ...]:
    return [random.randrange(1000) for _ in range(n)], n // 3 + 1


@labelled("n", items_and_width)
def best_window(items: list[int], width: int) -> int:
    total = best = sum(items[:width])
    for place in range(width, len(items)):
        total += items[place] - items[place - width]
        best = max(best, total)
    return best


@labelled("n", inputs.numbers)
def where_half_is_reached(items: list[int]) -> int:
    half, so_far = sum(items) / 2, 0
    for place, item in enumerate(items):
        so_far += item
        if so_far >= half:
            return place
    return -1


@labelled("n", inputs.text)
def vowels_by_pattern(text: str) -> int:
    return len(re.findall(r"[aeiou]+", text))


@labelled("n", inputs.text)
def parts_that_share_no_letter(text: str) -> list[int]:
    last = {letter: place for place, letter in enumerate(text)}
    sizes, start, end = [], 0, 0
    for place, letter in enumerate(text):
        end = max(end, last[letter])
        if place == end:
            sizes.append(place - start + 1)
            start = place + 1
    return sizes


@labelled("n", inputs.sparse_graph)
def depth_of_each(graph: dict[int, list[int]], start: int) -> dict[int, int]:
    depth, waiting = {start: 0}, deque([start])
    while waiting:
        node = waiting.popleft()
        for other in graph[node]:
            if other not in depth:
                depth[other] = depth[node] + 1
                waiting.append(other)
    return depth


@labelled("n log n", inputs.distinct)
def smallest_gap(items: list[int]) -> int:
    ordered = sorted(items)
    return min((b - a for a, b in itertools.pairwise(ordered)), default=0)


@labelled("n log n", inputs.distinct)
def smaller_half_by_heap(items: list[int]) -> list[int]:
    return heapq.nsmallest(len(items) // 2, items)


@labelled("n log n", inputs.distinct)
def joined_by_weight(weights: list[int]) -> int:
    heap, cost = weights[:], 0
    heapq.heapify(heap)
    while len(heap) > 1:
        joined = heapq.heappop(heap) + heapq.heappop(heap)
        cost = (cost + joined) % 99_991
        heapq.heappush(heap, joined)
    return cost


def boss_of_each(n: int, random: Random) -> tuple[Any, ...]:
    return ([random.randrange(place) if place else 0 for place in range(n)],)


@labelled("n log n", boss_of_each)
def bosses_by_doubling(boss: list[int]) -> int:
    steps, above = 1, boss
    while steps < len(boss):
        above = [above[other] for other in above]
        steps *= 2
    return sum(above)


@labelled("n log n", inputs.two_lists)
def common_by_search(left: list[int], right: list[int]) -> int:
    ordered, found = sorted(right), 0
    for item in left:
        place = bisect.bisect_left(ordered, item)
        found += place < len(ordered) and ordered[place] == item
    return found


@labelled("n^2", inputs.distinct)
def smallest_taken_out(items: list[int]) -> list[int]:
    ordered = []
    while items:
        least = min(items)
        items.remove(least)
        ordered.append(least)
    return ordered


@labelled("n^2", inputs.sparse_graph)
def visited_from_a_sliced_queue(graph: dict[int, list[int]], start: int) -> int:
    seen, waiting = {start}, [start]
    while waiting:
        node, waiting = waiting[0], waiting[1:]
        for other in graph[node]:
            if other not in seen:
                seen.add(other)
                waiting = waiting + [other]
    return len(seen)


@labelled("n^2", inputs.text)
def counted_from_each_place(text: str) -> int:
    return sum(text.count("ab", place) for place in range(len(text)))


@labelled("n^2", inputs.distinct)
def repeated_further_on(items: list[int]) -> bool:
    return any(item in items[place + 1 :] for place, item in enumerate(items))


@labelled("n^2", inputs.two_texts)
def longest_common_part(left: str, right: str) -> int:
    best, above = 0, [0] * (len(right) + 1)
    for a in left:
        row = [0]
        for place, b in enumerate(right):
            row.append(above[place] + 1 if a == b else 0)
        best, above = max(best, *row), row
    return best


@labelled("n^2", inputs.square)
def islands(grid: list[list[int]]) -> int:
    found, seen = 0, [[False] * len(row) for row in grid]
    for i, row in enumerate(grid):
        for j, cell in enumerate(row):
            if cell < 40 and not seen[i][j]:
                found += 1
                waiting = [(i, j)]
                while waiting:
                    a, b = waiting.pop()
                    if 0 <= a < len(grid) and 0 <= b < len(row) and grid[a][b] < 40 and not seen[a][b]:
                        seen[a][b] = True
                        waiting += [(a + 1, b), (a - 1, b), (a, b + 1), (a, b - 1)]
    return found


@labelled("n^2", inputs.numbers)
def rains_by_looking_both_ways(heights: list[int]) -> int:
    return sum(min(max(heights[: place + 1]), max(heights[place:])) - height for place, height in enumerate(heights)) % 9973


@labelled("n^2 log n", inputs.distinct)
def three_nearest_of_each(items: list[int]) -> int:
    return sum(sorted(items, key=lambda other: abs(item - other))[2] for item in items) % 9973


@labelled("n^2 log n", inputs.distinct)
def emptied_heap_for_each(items: list[int]) -> int:
    total = 0
    for item in items:
        heap = [other ^ item for other in items]
        heapq.heapify(heap)
        while len(heap) > 1:
            total += heapq.heappop(heap) & 1
    return total


@labelled("n^3", inputs.distinct)
def evenly_spaced_threes(items: list[int]) -> int:
    found = 0
    for a in items:
        for b in items:
            if a < b and 2 * b - a in items:
                found += 1
    return found


@labelled("n^3", inputs.numbers)
def largest_box_of_all(heights: list[int]) -> int:
    best = 0
    for left in range(len(heights)):
        for right in range(left + 1, len(heights) + 1):
            best = max(best, min(heights[left:right]) * (right - left))
    return best


@labelled("2^n", inputs.numbers)
def halves_of_equal_weight(items: list[int]) -> bool:
    def reach(place: int, left: int, right: int) -> bool:
        if place == len(items):
            return left == right
        return reach(place + 1, left + items[place], right) or reach(place + 1, left, right + items[place])

    return reach(0, 1, 2 * sum(items) + 2)


@labelled("2^n", inputs.number)
def codes_that_change_one_bit(n: int) -> list[str]:
    if n == 0:
        return [""]
    before = codes_that_change_one_bit(n - 1)
    return ["0" + code for code in before] + ["1" + code for code in reversed(before)]


@labelled("2^n", inputs.distinct)
def choices_below_a_sum(items: list[int]) -> int:
    limit = sum(items) // 2
    return sum(sum(chosen) <= limit for size in range(len(items) + 1) for chosen in itertools.combinations(items, size))
