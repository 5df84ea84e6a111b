"""Functions that were written after the fit was finished, and never looked at while it was tuned."""

# ruff: noqa: C4, C901, PERF, RET, SIM, C90, B007 - slow code is what these are for

import bisect
import functools
import heapq
import itertools
import string
from collections import Counter, defaultdict, deque

from sparring.judge.growth.tests.labelled import inputs
from sparring.judge.growth.tests.labelled.registry import labelled


@labelled("n", inputs.numbers)
def rotate_by_slices(items: list[int]) -> list[int]:
    return items[3:] + items[:3]


@labelled("n^2", inputs.in_order)
def rotate_by_steps(items: list[int]) -> list[int]:
    for _ in range(len(items) // 2):
        items.insert(0, items.pop())
    return items


@labelled("n", inputs.numbers)
def product_except_self(items: list[int]) -> list[int]:
    left, result = 1, []
    for item in items:
        result.append(left)
        left = left * (item | 1) % 9973
    return result


@labelled("n", inputs.distinct)
def longest_consecutive(items: list[int]) -> int:
    known, best = set(items), 0
    for item in known:
        if item - 1 not in known:
            end = item
            while end in known:
                end += 1
            best = max(best, end - item)
    return best


@labelled("n log n", inputs.distinct)
def longest_increasing(items: list[int]) -> int:
    ends: list[int] = []
    for item in sorted(items):
        place = bisect.bisect_left(ends, item)
        if place == len(ends):
            ends.append(item)
        else:
            ends[place] = item
    return len(ends)


@labelled("n^2", inputs.distinct)
def longest_increasing_by_pairs(items: list[int]) -> int:
    best = [1] * len(items)
    for i, item in enumerate(items):
        for j in range(i):
            if items[j] < item and best[j] >= best[i]:
                best[i] = best[j] + 1
    return max(best)


@labelled("n", inputs.words)
def trie(words: list[str]) -> int:
    root: dict[str, dict] = {}  # type: ignore[type-arg]
    for word in words:
        node = root
        for letter in word:
            node = node.setdefault(letter, {})
    return len(root)


@labelled("n", inputs.words)
def word_counts(words: list[str]) -> list[tuple[str, int]]:
    return Counter(words).most_common(3)


@labelled("n log n", inputs.words)
def words_by_length_then_letters(words: list[str]) -> list[str]:
    return sorted(words, key=lambda word: (len(word), word))


@labelled("n^2", inputs.words)
def unique_in_order(words: list[str]) -> list[str]:
    result: list[str] = []
    for word in words:
        if word not in result:
            result.append(word)
    return result


@labelled("n", inputs.words)
def unique_in_order_by_dict(words: list[str]) -> list[str]:
    return list(dict.fromkeys(words))


@labelled("n^2", inputs.text)
def first_unique_letter_slowly(text: str) -> int:
    best = -1
    for i, letter in enumerate(text):
        if letter not in text[:i]:
            best = i
    for i in range(len(text)):
        best = max(best, len(text[i:]))
    return best


@labelled("n", inputs.text)
def caesar(text: str) -> str:
    return text.translate(str.maketrans(string.ascii_lowercase, string.ascii_uppercase))


@labelled("n", inputs.text)
def run_lengths(text: str) -> list[tuple[str, int]]:
    return [(letter, len(list(group))) for letter, group in itertools.groupby(text)]


@labelled("n^2", inputs.two_texts)
def longest_common_subsequence(left: str, right: str) -> int:
    table = [[0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for i, a in enumerate(left):
        for j, b in enumerate(right):
            table[i + 1][j + 1] = table[i][j] + 1 if a == b else max(table[i][j + 1], table[i + 1][j])
    return table[-1][-1]


@labelled("n log n", inputs.intervals)
def rooms_needed(spans: list[tuple[int, int]]) -> int:
    ends: list[int] = []
    most = 0
    for start, end in sorted(spans):
        while ends and ends[0] <= start:
            heapq.heappop(ends)
        heapq.heappush(ends, end)
        most = max(most, len(ends))
    return most


@labelled("n^2", inputs.intervals)
def overlaps_by_pairs(spans: list[tuple[int, int]]) -> int:
    return sum(a[0] < b[1] and b[0] < a[1] for a, b in itertools.combinations(spans, 2))


@labelled("n", inputs.sparse_graph)
def topological(graph: dict[int, list[int]], start: int) -> list[int]:
    degree: dict[int, int] = defaultdict(int)
    for node in graph:
        for other in graph[node]:
            degree[other] += 1
    waiting, order = deque([start]), []
    while waiting:
        node = waiting.popleft()
        order.append(node)
        for other in graph[node]:
            degree[other] -= 1
            if degree[other] == 0:
                waiting.append(other)
    return order


@labelled("n^2", inputs.sparse_graph)
def copied_paths(graph: dict[int, list[int]], start: int) -> int:
    node, path = start, (start,)
    for _ in graph:
        node = graph[node][0]
        path = (*path, node)
    return len(path)


@labelled("n^2", inputs.square)
def spiral(rows: list[list[int]]) -> list[int]:
    result: list[int] = []
    while rows:
        result += rows.pop(0)
        rows = [list(row) for row in zip(*rows, strict=True)][::-1] if len(rows) < 2 else rows
    return result


@labelled("n^3", inputs.square)
def spiral_by_rotation(rows: list[list[int]]) -> list[int]:
    result: list[int] = []
    while rows:
        result += rows[0]
        rows = [list(row) for row in zip(*rows[1:], strict=True)][::-1]
    return result


@labelled("n^2", inputs.square)
def saddle_points(rows: list[list[int]]) -> int:
    lows = [min(row) for row in rows]
    highs = [max(column) for column in zip(*rows, strict=True)]
    return sum(low in highs[:5] for low in lows)


@labelled("n^3", inputs.square)
def largest_in_column_each_time(rows: list[list[int]]) -> int:
    n = len(rows)
    return sum(rows[i][j] == max(row[j] for row in rows) for i in range(n) for j in range(n))
