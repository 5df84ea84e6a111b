import math

import pytest

from sparring.core import plain
from sparring.sandbox.interface import Job, Limits, NotPlain, Step, Stop, Stopped, Value

VALUES = [
    None, True, False, 0, -1, 2**31, -(2**200), 0.1, -0.0, math.inf, 1e-320, 1.5 - 2j, "", "è\n\"\\\u2028\U0001f600", "\ud800", "x" * 1000,
    b"", b"\x00\xff", [], [1, [2, [3]]], (), (1,), set(), {1, "a"}, frozenset({1}), {}, {"a": [1], 2: {"b": None}, (1, 2): b"x"},
    [True, 1, 1.0], {frozenset({1}): {2: {3}}}, list(range(1000)),
]  # fmt: skip


@pytest.fixture(scope="module")
def echoed(engine):
    groups = [[Step("exec", "y = x", {"x": value}), Step("eval", "y")] for value in VALUES]
    return engine.run(Job({}, main=None, groups=groups)).groups


@pytest.mark.parametrize("number", range(len(VALUES)))
def test_plain_data_comes_back_as_it_went_in(echoed, number):
    got = echoed[number][1].result
    assert isinstance(got, Value)
    assert plain.encode(got.value) == plain.encode(VALUES[number])


def test_nan(results):
    (got,) = results("", "float('nan')")
    assert plain.same(math.nan, got.value)


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("class A: pass", "solution.A"),
        ("class A(int): pass", "solution.A"),
        ("class A(dict): pass", "solution.A"),
        ("class A(str): pass", "solution.A"),
        ("A = lambda: range(3)", "builtins.range"),
        ("A = lambda: (x for x in ())", "builtins.generator"),
        ("A = lambda: [1, {2: iter(())}]", "builtins.tuple_iterator"),
        ("import collections\nA = collections.Counter", "collections.Counter"),
        ("def A():\n    x = []\n    x.append(x)\n    return x", "builtins.list nested too deeply"),
        ("class M(type):\n    __module__ = property(lambda c: 1 / 0)\nclass A(metaclass=M): pass", "solution.A"),
    ],
)
def test_what_is_not_plain_is_named(results, source, name):
    assert results(source, "A()") == [NotPlain(name)]


def test_depth_is_the_same_as_outside(results):
    nest = "def nest(n):\n    x = 1\n    for _ in range(n): x = [x]\n    return x\n"
    good, bad = results(nest, f"nest({plain.MAX_DEPTH})", f"nest({plain.MAX_DEPTH + 1})")
    assert isinstance(good, Value)
    assert isinstance(bad, NotPlain)


@pytest.mark.parametrize(
    "value", ["'x' * 2000", "b'x' * 2000", "1 << 20000", "list(range(500))", "{i: i for i in range(200)}", "['x'] * 400"]
)
def test_too_large_a_result_is_an_output_limit(results, value):
    assert results("", value, limits=Limits(result_bytes=1000)) == [Stopped(Stop.OUTPUT, "result too large")]


def test_encoding_does_not_count(act):
    *_, small, large = act("big = list(range(100000))\nsmall = [1]", *["small", "big"] * 4)
    assert abs(large.instructions - small.instructions) < 2000


def test_binding_does_not_count(engine):
    def step(n):
        return Step("eval", "len(x)", {"x": list(range(n))})

    *_, small, large = engine.run(Job({}, main=None, groups=[[step(10), step(10000)] * 4])).groups[0]
    assert abs(small.instructions - large.instructions) < 5000
