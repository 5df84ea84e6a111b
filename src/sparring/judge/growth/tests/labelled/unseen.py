"""Functions of every class whose inputs stand beside them, written when everything else was finished and measured before anything was changed for them."""

# ruff: noqa: C4, C901, PERF, RET, SIM, C90, B007, FURB, RUF - slow code is what these are for

import heapq
import itertools
from collections import Counter, OrderedDict, deque
from random import Random
from typing import Any

from sparring.judge.growth.tests.labelled import inputs
from sparring.judge.growth.tests.labelled.registry import labelled


def differing_at_once(n: int, random: Random) -> tuple[Any, ...]:
    items = [random.randrange(100) for _ in range(n)]
    return items, [items[0] + 1, *items[1:]]


@labelled("1", differing_at_once)
def first_difference(left: list[int], right: list[int]) -> int:
    for place, (a, b) in enumerate(zip(left, right)):
        if a != b:
            return place
    return -1


@labelled("1", inputs.numbers)
def any_is_lazy(items: list[int]) -> bool:
    return any(item >= 0 for item in items)


def table_and_key(n: int, random: Random) -> tuple[Any, ...]:
    return {f"key{i}": i for i in range(n)}, f"key{n // 2}"


@labelled("1", table_and_key)
def looked_up(table: dict[str, int], key: str) -> int:
    return table[key] if key in table else -1


def rotated(n: int, random: Random) -> tuple[Any, ...]:
    items = list(range(1000, 1000 + n))
    return items[n // 3 :] + items[: n // 3], 1000 + n // 3 + 1


@labelled("log n", rotated)
def search_in_rotated(items: list[int], wanted: int) -> int:
    low, high = 0, len(items) - 1
    while low < high:
        middle = (low + high) // 2
        if items[middle] > items[high]:
            low = middle + 1
        else:
            high = middle
    return low


@labelled("log n", inputs.number)
def root_by_bisection(n: int) -> int:
    low, high = 0, n
    while low < high:
        middle = (low + high + 1) // 2
        if middle * middle <= n:
            low = middle
        else:
            high = middle - 1
    return low


@labelled("log n", inputs.number)
def digits_in_base_three(n: int) -> int:
    count = 0
    while n:
        n, count = n // 3, count + 1
    return count


def heap_with_a_large_root(n: int, random: Random) -> tuple[Any, ...]:
    return ([10 * n, *range(1, n)],)


@labelled("log n", heap_with_a_large_root)
def sifted_down(heap: list[int]) -> list[int]:
    place = 0
    while 2 * place + 1 < len(heap):
        child = 2 * place + 1
        if child + 1 < len(heap) and heap[child + 1] < heap[child]:
            child += 1
        if heap[place] <= heap[child]:
            break
        heap[place], heap[child], place = heap[child], heap[place], child
    return heap


@labelled("n", inputs.numbers)
def water_between_walls(heights: list[int]) -> int:
    left, right, water = 0, len(heights) - 1, 0
    most_left = most_right = 0
    while left < right:
        if heights[left] < heights[right]:
            most_left = max(most_left, heights[left])
            water += most_left - heights[left]
            left += 1
        else:
            most_right = max(most_right, heights[right])
            water += most_right - heights[right]
            right -= 1
    return water % 9973


def three_colours(n: int, random: Random) -> tuple[Any, ...]:
    return ([random.randrange(3) for _ in range(n)],)


@labelled("n", three_colours)
def flag_in_place(items: list[int]) -> list[int]:
    low, at, high = 0, 0, len(items) - 1
    while at <= high:
        if items[at] == 0:
            items[low], items[at] = items[at], items[low]
            low, at = low + 1, at + 1
        elif items[at] == 2:
            items[at], items[high] = items[high], items[at]
            high -= 1
        else:
            at += 1
    return items


@labelled("n", inputs.numbers)
def reversed_chain(items: list[int]) -> int:
    class Node:
        def __init__(self, value: int, following: Any) -> None:
            self.value, self.following = value, following

    head = None
    for item in items:
        head = Node(item, head)
    before = None
    while head:
        head.following, before, head = before, head, head.following
    return before.value if before else 0


@labelled("n", inputs.text)
def shifted_in_c(text: str) -> str:
    return text.translate(str.maketrans("abcdefgh", "bcdefgha"))


def rows_of_the_root(n: int, random: Random) -> tuple[Any, ...]:
    side = int(n**0.5)
    return ([[random.randrange(50) for _ in range(n // side)] for _ in range(side)],)


@labelled("n", rows_of_the_root)
def total_of_rows(rows: list[list[int]]) -> int:
    total = 0
    for row in rows:
        for item in row:
            total += item
    return total % 9973


@labelled("n", inputs.numbers)
def window_maxima(items: list[int]) -> int:
    waiting: deque[int] = deque()
    total = 0
    for place, item in enumerate(items):
        while waiting and items[waiting[-1]] <= item:
            waiting.pop()
        waiting.append(place)
        if waiting[0] <= place - 50:
            waiting.popleft()
        total = (total + items[waiting[0]]) % 9973
    return total


@labelled("n", inputs.numbers)
def popped_many_at_a_time(items: list[int]) -> int:
    stack: list[int] = []
    pops = 0
    for place, item in enumerate(items):
        stack.append(item)
        if place & (place + 1) == 0:
            while len(stack) > 1:
                stack.pop()
                pops += 1
    return pops


@labelled("n", inputs.text)
def letters_never_repeated(text: str) -> int:
    last: dict[str, int] = {}
    start = best = 0
    for place, letter in enumerate(text):
        start = max(start, last.get(letter, -1) + 1)
        last[letter] = place
        best = max(best, place - start + 1)
    return best


@labelled("n", inputs.text)
def found_in_c(text: str) -> int:
    return text.find("hgfedcba" * 3) + text.count("ab") + len(text.split("c"))


def few_sorted_lists(n: int, random: Random) -> tuple[Any, ...]:
    return ([sorted(random.randrange(1000) for _ in range(n // 4 or 1)) for _ in range(4)],)


@labelled("n", few_sorted_lists)
def four_merged(lists: list[list[int]]) -> int:
    return sum(1 for _ in heapq.merge(*lists))


def many_sorted_lists(n: int, random: Random) -> tuple[Any, ...]:
    return ([sorted(random.randrange(100_000) for _ in range(4)) for _ in range(n)],)


@labelled("n log n", many_sorted_lists)
def many_merged(lists: list[list[int]]) -> int:
    heap = [(items[0], number, 0) for number, items in enumerate(lists)]
    heapq.heapify(heap)
    count = 0
    while heap:
        _, number, place = heapq.heappop(heap)
        count += 1
        if place + 1 < len(lists[number]):
            heapq.heappush(heap, (lists[number][place + 1], number, place + 1))
    return count


@labelled("n log n", inputs.distinct)
def inversions_by_merging(items: list[int]) -> int:
    def count(part: list[int]) -> tuple[list[int], int]:
        if len(part) < 2:
            return part, 0
        middle = len(part) // 2
        left, a = count(part[:middle])
        right, b = count(part[middle:])
        merged: list[int] = []
        i = j = inside = 0
        while i < len(left) and j < len(right):
            if left[i] <= right[j]:
                merged.append(left[i])
                i += 1
            else:
                merged.append(right[j])
                j += 1
                inside += len(left) - i
        return merged + left[i:] + right[j:], a + b + inside

    return count(items)[1] % 9973


@labelled("n log n", inputs.distinct)
def inversions_by_fenwick(items: list[int]) -> int:
    place_of = {item: place for place, item in enumerate(sorted(items), 1)}
    tree = [0] * (len(items) + 1)
    found = 0
    for seen, item in enumerate(items):
        place = place_of[item]
        smaller = 0
        at = place
        while at:
            smaller += tree[at]
            at &= at - 1
        found += seen - smaller
        while place < len(tree):
            tree[place] += 1
            place += place & -place
    return found % 9973


@labelled("n log n", inputs.numbers)
def best_run_by_halves(items: list[int]) -> int:
    def best(low: int, high: int) -> int:
        if high - low == 1:
            return items[low] % 100 - 50
        middle = (low + high) // 2
        left = right = total = 0
        for place in range(middle - 1, low - 1, -1):
            total += items[place] % 100 - 50
            left = max(left, total)
        total = 0
        for place in range(middle, high):
            total += items[place] % 100 - 50
            right = max(right, total)
        return max(best(low, middle), best(middle, high), left + right)

    return best(0, len(items))


@labelled("n log n", inputs.number)
def bits_counted_in_all(n: int) -> int:
    total = 0
    for number in range(n):
        while number:
            total += number & 1
            number >>= 1
    return total % 9973


@labelled("n log n", inputs.distinct)
def sets_joined_small_into_large(items: list[int]) -> int:
    groups = [{item} for item in items]
    while len(groups) > 1:
        joined = []
        for place in range(0, len(groups) - 1, 2):
            large, small = groups[place], groups[place + 1]
            for item in small:
                large.add(item)
            joined.append(large)
        groups = joined + groups[len(groups) - len(groups) % 2 :]
    return len(groups[0])


def removed_from_behind(n: int, random: Random) -> tuple[Any, ...]:
    return list(range(1000, 1000 + n)), list(range(1000 + n - 1, 999, -1))


@labelled("n^2", removed_from_behind)
def removed_one_by_one(items: list[int], doomed: list[int]) -> int:
    for item in doomed:
        items.remove(item)
    return len(items)


def nested_letters(n: int, random: Random) -> tuple[Any, ...]:
    return ("a" * n + "b" * n,)


@labelled("n^2", nested_letters)
def reduced_to_nothing(text: str) -> str:
    while "ab" in text:
        text = text.replace("ab", "", 1)
    return text


@labelled("n^2", inputs.numbers)
def tuples_made_longer(items: list[int]) -> int:
    found: tuple[int, ...] = ()
    for item in items:
        found += (item % 7,)
    return len(found)


@labelled("n^2", inputs.distinct)
def ranked_by_index(items: list[int]) -> int:
    ordered = sorted(items)
    return sum(ordered.index(item) for item in items) % 9973


@labelled("n^2", inputs.text)
def longest_palindromic_subsequence(text: str) -> int:
    row = [0] * len(text)
    for i in range(len(text) - 1, -1, -1):
        diagonal, row[i] = 0, 1
        for j in range(i + 1, len(text)):
            before = row[j]
            row[j] = diagonal + 2 if text[i] == text[j] else max(row[j], row[j - 1])
            diagonal = before
    return row[-1]


@labelled("n^2", inputs.number)
def triangle_of_pascal(n: int) -> int:
    row = [1]
    for _ in range(n):
        row = [1, *((a + b) % 97 for a, b in itertools.pairwise(row)), 1]
    return sum(row)


@labelled("n^2", inputs.numbers)
def largest_so_far_each_time(items: list[int]) -> list[int]:
    return [max(items[: place + 1]) for place in range(len(items))]


@labelled("n^2", inputs.numbers)
def walked_to_each(items: list[int]) -> int:
    return sum(next(itertools.islice(items, place, None)) for place in range(len(items))) % 9973


@labelled("n^2", inputs.distinct)
def oldest_found_by_listing(items: list[int]) -> int:
    kept: OrderedDict[int, None] = OrderedDict()
    total = 0
    for item in items:
        kept[item] = None
        total += list(kept)[0]
    return total % 9973


@labelled("n^2 log n", inputs.distinct)
def differences_sorted(items: list[int]) -> int:
    return sorted(abs(a - b) for a in items for b in items)[len(items)]


@labelled("n^2 log n", inputs.distinct)
def pairs_through_a_heap(items: list[int]) -> int:
    heap: list[int] = []
    for a in items:
        for b in items:
            heapq.heappush(heap, -(a * b % 99_991))
    total = 0
    while heap:
        total = (total - heapq.heappop(heap)) % 9973
    return total


@labelled("n^3", inputs.numbers)
def chain_of_matrices(items: list[int]) -> int:
    sides = [item % 50 + 1 for item in items]
    count = len(sides) - 1
    cost = [[0] * count for _ in range(count)]
    for length in range(2, count + 1):
        for i in range(count - length + 1):
            j = i + length - 1
            cost[i][j] = min(cost[i][k] + cost[k + 1][j] + sides[i] * sides[k + 1] * sides[j + 1] for k in range(i, j))
    return cost[0][-1] % 9973 if cost else 0


@labelled("n^3", inputs.text)
def substrings_without_repeats(text: str) -> int:
    best = 0
    for i in range(len(text)):
        for j in range(i + 1, len(text) + 1):
            if len(set(text[i:j])) == len(text[i:j]):
                best = max(best, j - i)
    return best


@labelled("n^3", inputs.numbers)
def triangles_counted(items: list[int]) -> int:
    found = 0
    for a, b, c in itertools.combinations(items, 3):
        if a + b > c:
            found += 1
    return found


@labelled("2^n", inputs.number)
def queens_placed(n: int) -> int:
    def place(row: int, columns: int, left: int, right: int) -> int:
        if row == n:
            return 1
        found, free = 0, ~(columns | left | right) & ((1 << n) - 1)
        while free:
            bit = free & -free
            free ^= bit
            found += place(row + 1, columns | bit, (left | bit) << 1, (right | bit) >> 1)
        return found

    return place(0, 0, 0, 0)


def things_to_pack(n: int, random: Random) -> tuple[Any, ...]:
    return [(random.randrange(1, 9), random.randrange(1, 99)) for _ in range(n)], 5 * n


@labelled("2^n", things_to_pack)
def packed_by_trying(things: list[tuple[int, int]], room: int) -> int:
    if not things:
        return 0
    weight, worth = things[0]
    without = packed_by_trying(things[1:], room)
    return without if weight > room else max(without, worth + packed_by_trying(things[1:], room - weight))


@labelled("2^n", inputs.number)
def orders_in_c(n: int) -> int:
    return sum(1 for _ in itertools.permutations(range(n)))


@labelled("n", inputs.numbers)
def seen_by_bits(items: list[int]) -> int:
    kept = Counter(item % 64 for item in items)
    return max(kept.values())
