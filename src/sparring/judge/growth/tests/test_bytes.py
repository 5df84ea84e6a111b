"""Peak bytes: a logarithm is believed only where the bytes of an item rise with it."""

import math
import sys
from dataclasses import replace

import pytest

from sparring.judge.growth import UNDECIDED, Declared, Inputs, Subject, measure_growth, risen
from sparring.judge.growth.climb import sure_of_bytes
from sparring.judge.growth.fit import fit

SIZES = [100 * 2**step for step in range(9)]
STEPS = (6.32, 6.11, 6.15, 6.19, 6.24)
"""Bytes of an item as they were measured of a heap that is filled and emptied."""

HEAP = """
import heapq
def f(xs):
    heap = []
    for x in xs:
        heapq.heappush(heap, x)
    return [heapq.heappop(heap) for _ in range(len(heap))][:3]
"""
BUCKETS = """
def f(xs):
    buckets = [[] for _ in range(10)]
    for x in xs:
        buckets[x % 10].append(x)
    return [x for bucket in buckets for x in bucket]
"""
SHUFFLED = Inputs("def generate(n): return ([(i * 7919) % n for i in range(n)],)")


def told(costs, growth, log_share=0.9):
    points = list(zip(SIZES, costs, strict=True))
    return sure_of_bytes(points, replace(fit(SIZES, costs), growth=growth, log_share=log_share)).growth


def test_what_stays_the_same_for_every_item_is_linear():
    assert told([int(n * STEPS[place % 5]) for place, n in enumerate(SIZES)], "n log n") == "n"


def test_a_true_logarithm_stays():
    costs = [int(3 * n * math.log2(n)) for n in SIZES]
    assert told(costs, "n log n") == "n log n"
    assert told(costs, "n log n", log_share=0.3) == UNDECIDED
    assert risen(list(zip(SIZES, costs, strict=True)), "n") > 1.25


def test_between_the_two_nobody_can_tell():
    costs = [int(n * (6 + 0.2 * place)) for place, n in enumerate(SIZES)]
    assert told(costs, "n log n") == UNDECIDED


def test_other_classes_are_left_alone():
    assert told([8 * n * n for n in SIZES], "n^2") == "n^2"
    assert told([5000] * len(SIZES), "1") == "1"
    assert told([500 * int(math.log2(n)) for n in SIZES], "log n") == "log n"


@pytest.mark.parametrize("source", [HEAP, BUCKETS])
def test_linear_memory_is_never_above_linear(pool, source):
    found = measure_growth(pool, Subject({"solution.py": source}, "f"), SHUFFLED, declared=Declared(None, "n"))
    assert found.memory.growth in ("n", UNDECIDED)


FILLED = {
    "set": lambda n: sys.getsizeof(set(range(n))),
    "dict": lambda n: sys.getsizeof(dict.fromkeys(range(n))),
    "list": lambda n: sys.getsizeof([None for _ in range(n)]),
    "fourfold": lambda n: 60 * 4 ** math.ceil(math.log(n, 4)),
}


@pytest.mark.parametrize("kind", FILLED)
def test_a_table_is_linear_or_undecided_wherever_one_looks(kind):
    sizes = sorted({math.isqrt(n * n << half) for n in (32 << step for step in range(12)) for half in (0, 1)})
    points = [(n, FILLED[kind](n)) for n in sizes]
    seen = [points[first : last + 1] for first in range(len(sizes)) for last in range(first + 4, len(sizes))]
    assert {sure_of_bytes(some, fit(*zip(*some, strict=True))).growth for some in seen} == {"n", UNDECIDED}
    assert sure_of_bytes(points, fit(*zip(*points, strict=True))).growth == "n"


def test_a_buffer_that_is_first_needed_at_some_size_bends_no_line():
    costs = [144, 184, 240, 312, 416, 568, 784, 1080, 1504, 2104, 4376, 6192]  # as measured of lists sorted anew
    points = list(zip([22, 32, 45, 64, 90, 128, 181, 256, 362, 512, 724, 1024], costs, strict=True))
    assert sure_of_bytes(points, fit(*zip(*points, strict=True))).growth in ("n", UNDECIDED)
