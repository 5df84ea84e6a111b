"""Costs by line and function add up to what the call costs when nobody looks; bytes belong to the lines that asked for them."""

import pytest

from sparring.judge.growth import Inputs
from sparring.judge.profile import evidence, profile, profile_lines
from sparring.words import words

SOURCE = """\
def double(x):
    return x * 2


def doubled(xs):
    out = []
    for x in xs:
        out.append(double(x))
    return sorted(out)


def slow(xs):
    return [x for x in xs if x in xs[::-1]]


def factorial(n):
    return 1 if n < 2 else n * factorial(n - 1)


def numbers(n):
    for i in range(n):
        yield str(i)


def table(n):
    rows = [[0] * 8 for _ in range(n)]
    small = (1, 2)
    return len(rows), small


def broken(n):
    return 1 // (n - n)


def forever(n):
    while True:
        n += 1
"""
ITEMS = Inputs("def generate(n):\n    return (list(range(n)),)\n")
NUMBER = Inputs("def generate(n):\n    return (n,)\n")


PROFILES = {}


def of(pool, entry, inputs, size=None):
    """The profile of a call, made once: the same call gives the same profile, as a test below sees."""
    call = (entry, inputs, size)
    if call not in PROFILES:
        PROFILES[call] = profile(pool, {"solution.py": SOURCE}, *call)
    return PROFILES[call]


def line(found, number):
    return next(each for each in found.lines if each.line == number)


def function(found, name):
    return next(each for each in found.functions if each.name == name)


@pytest.mark.parametrize(
    ("entry", "inputs", "size"),
    [
        pytest.param("doubled", ITEMS, 300, marks=pytest.mark.prove),
        pytest.param("factorial", NUMBER, 150, marks=pytest.mark.prove),
        ("slow", ITEMS, None),
    ],
)
def test_lines_and_functions_add_up_to_the_cost(pool, entry, inputs, size):
    found = of(pool, entry, inputs, size)
    assert not found.why
    assert abs(found.accounted - 1) < 0.2  # before it is settled: some seventy instructions an event, where lines cost three hundred
    assert abs(sum(each.own for each in found.lines) / found.cost - 1) < 0.04
    assert abs(sum(each.own for each in found.functions) / found.cost - 1) < 0.1  # switching on costs something once


def test_calls_and_totals_are_told_as_cprofile_tells_them(pool):
    found = of(pool, "doubled", ITEMS, 300)
    assert (line(found, 8).hits, line(found, 2).hits, line(found, 7).hits) == (300, 300, 301)
    assert line(found, 8).total > line(found, 8).own + line(found, 2).own // 2
    assert (function(found, "double").calls, function(found, "list.append").calls, function(found, "sorted").calls) == (300, 300, 1)
    assert function(found, "doubled").total > function(found, "doubled").own


def test_recursion_counts_its_cost_once(pool):
    found = of(pool, "factorial", NUMBER, 150)
    told = function(found, "factorial")
    assert (told.calls, told.primitive) == (150, 1)
    assert told.total < 1.1 * found.cost


def test_what_is_slow_in_c_code_belongs_to_the_line_that_calls_it(pool):
    found = of(pool, "slow", ITEMS)
    assert line(found, 13).own > 0.98 * found.cost


def test_a_generator_is_run_to_its_end(pool):
    found = of(pool, "numbers", NUMBER, 500)
    assert line(found, 22).hits == 500
    assert function(found, "numbers").calls == 1


def test_bytes_belong_to_the_line_that_asked_for_them(pool):
    found = of(pool, "table", NUMBER, 1000)
    held = {each.line: each for each in found.memory}
    assert held[26].bytes > 0.9 * found.peak
    assert held[26].blocks > 1000
    assert found.peak_line in (26, 27, 28)


@pytest.mark.prove
def test_the_same_call_gives_the_same_profile(pool):
    assert profile(pool, {"solution.py": SOURCE}, "doubled", ITEMS, 300) == of(pool, "doubled", ITEMS, 300)


def test_a_size_is_chosen_that_shows_where_the_cost_is(pool):
    assert of(pool, "slow", ITEMS).size == 256


@pytest.mark.parametrize(
    ("entry", "inputs", "why"),
    [
        ("broken", NUMBER, "exception"),
        ("nowhere", NUMBER, "exception"),
        ("forever", NUMBER, "time-limit"),
        ("doubled", Inputs("def generate(n):\n    return ([0] * (n // 0),)\n"), "generator"),
    ],
)
def test_what_cannot_be_profiled_says_why(pool, entry, inputs, why):
    found = of(pool, entry, inputs, 50)
    assert found.why == why
    for language in ("en", "it"):
        assert words(language).has(f"profile.why-{why}")


def test_its_sentences(pool):
    told = evidence(of(pool, "doubled", ITEMS, 300), SOURCE)
    assert told.lines[-1].source == "    return sorted(out)"
    for language in ("en", "it"):
        assert not [line for line in map(words(language).say, profile_lines(told)) if "profile." in line or "{" in line]
