"""Memory counts against an answer only where it surely rises beyond what is allowed."""

import math
from dataclasses import replace

import pytest

from sparring.judge.growth import Curve, fit
from sparring.judge.growth.subject import Sample
from sparring.kinds.growing import breaks_off, memory_finding

SIZES = tuple(100 * 2**step for step in range(9))


def judged(bytes_of, growth, declared="n", ended="decided", reference=None):
    costs = tuple(int(bytes_of(n)) for n in SIZES)
    curve = Curve(SIZES, costs, replace(fit(SIZES, costs), growth=growth), "bytes", ended)
    found = memory_finding(curve, declared, lambda sizes: tuple(int(reference(n)) for n in sizes) if reference else ())
    return found.ok, found.message.id


@pytest.mark.parametrize("ended", ["decided", "budget", "memory-limit"])
def test_squares_where_linear_is_possible_are_too_much(ended):
    assert judged(lambda n: 4 * n * n, "n^2", ended=ended) == (False, "solve.memory-too-much")


def test_a_list_where_nothing_need_be_kept_is_too_much():
    assert judged(lambda n: 4 * n, "n", declared="1") == (False, "solve.memory-too-much")


def test_a_logarithm_is_too_much_only_where_it_was_decided():
    assert judged(lambda n: n * math.log2(n), "n log n") == (False, "solve.memory-too-much")
    assert judged(lambda n: n * math.log2(n), "n log n", ended="budget") == (None, "solve.growth-undecided")


def test_what_does_not_rise_for_an_item_fails_nobody():
    assert judged(lambda n: 8.6 * n, "n log n") == (None, "solve.growth-undecided")


def test_what_the_reference_needs_too_fails_nobody():
    assert judged(lambda n: 9 * n * n, "n^2", reference=lambda n: 3 * n * n) == (None, "solve.growth-undecided")
    assert judged(lambda n: 9 * n * n, "n^2", reference=lambda n: 90 * n) == (False, "solve.memory-too-much")


def test_within_the_class_it_is_well():
    assert judged(lambda n: 8 * n, "n") == (True, "solve.memory-well")
    assert judged(lambda n: 900, "1") == (True, "solve.memory-constant")


@pytest.mark.parametrize(
    ("what", "size", "reference", "told"),
    [
        ("RecursionError: maximum recursion depth exceeded", 51_200, True, ["solve.too-deep"]),
        ("IndexError: list index out of range", 51_200, True, ["solve.breaks-off"]),
        ("RecursionError: maximum recursion depth exceeded", 51_200, False, []),
        ("ValueError: too small", 1, True, []),
    ],
)
def test_what_breaks_off_where_the_reference_goes_on_is_told_as_what_it_is_and_fails_nobody(what, size, reference, told):
    curve = Curve(SIZES, SIZES, fit(SIZES, SIZES), "instructions", "exception", what, broke=Sample(size, None, "exception", what))
    found = breaks_off(curve, lambda _: reference)
    assert [(finding.ok, finding.message.id) for finding in found] == [(None, name) for name in told]
