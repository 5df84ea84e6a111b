"""Whatever way results are kept from call to call, the second call shows it; what ends with its call is not accused."""

import pytest

from sparring.judge.growth import Subject
from sparring.judge.growth.again import again
from sparring.sandbox.interface import Limits

MEMO = "if n not in {memo}:\n        {memo}[n] = sum(item * item for item in range(n))\n    return {memo}[n]\n"
KEPT = {
    "global": ("KNOWN = {}\ndef f(n):\n    " + MEMO.format(memo="KNOWN"), "KNOWN"),
    "default": ("def f(n, memo={}):\n    " + MEMO.format(memo="memo"), "f(memo=…)"),
    "attribute": ("def f(n):\n    " + MEMO.format(memo="f.memo") + "f.memo = {}\n", "f.memo"),
    "class": ("class Kept:\n    known = {}\ndef f(n):\n    " + MEMO.format(memo="Kept.known"), "Kept.known"),
    "instance": (
        "class Kept:\n    def __init__(self):\n        self.known = {}\nKEPT = Kept()\ndef f(n):\n    " + MEMO.format(memo="KEPT.known"),
        "KEPT.known",
    ),
    "closure": (
        "def make():\n    memo = {}\n    def f(n):\n        "
        + MEMO.format(memo="memo").replace("\n    ", "\n        ")
        + "    return f\nf = make()\n",
        "f: memo",
    ),
    "last": (
        "LAST = None\ndef f(n):\n    global LAST\n    if LAST is None:\n        LAST = sum(item * item for item in range(n))\n    return LAST\n",
        "LAST",
    ),
    "whole": ("from functools import cache\n@cache\ndef f(n):\n    return sum(item * item for item in range(n))\n", "cache: f"),
}


def twice(pool, source):
    return again(pool, Subject({"solution.py": source}, "f"), (400,), Limits())


@pytest.mark.parametrize("how", KEPT)
def test_what_is_kept_is_seen_and_named(pool, how):
    source, where = KEPT[how]
    seen = twice(pool, source)
    assert seen.keeps
    assert not seen.within
    assert seen.where == (where,)
    assert seen.second < seen.first / 5


def test_a_memo_that_served_its_own_call_is_told_apart_from_one_that_waits_for_the_next(pool):
    steps = "from functools import cache\ndef f(n):\n    return g(n)\n@cache\ndef g(n):\n    return n if n < 2 else g(n - 1) + g(n - 2)\n"
    seen = twice(pool, steps)
    assert seen.keeps
    assert seen.within
    assert seen.where == ("cache: g",)


def test_the_same_memo_in_a_dictionary_is_judged_alike(pool):
    steps = "KNOWN = {0: 0, 1: 1}\ndef f(n):\n    if n not in KNOWN:\n        KNOWN[n] = f(n - 1) + f(n - 2)\n    return KNOWN[n]\n"
    seen = twice(pool, steps)
    assert (seen.keeps, seen.within, seen.where) == (True, True, ("KNOWN",))
    whole = steps.replace("f(n)", "g(n, top)").replace("f(n - 1) + f(n - 2)", "g(n - 1, top) + g(n - 2, top)")
    whole += "TOP = {}\ndef f(n):\n    if n not in TOP:\n        KNOWN.clear() or KNOWN.update({0: 0, 1: 1})\n        TOP[n] = g(n, n)\n    return TOP[n]\n"
    assert not twice(pool, whole).within


def test_what_ends_with_its_call_keeps_nothing(pool):
    inside = "from functools import cache\ndef f(n):\n    @cache\n    def g(n):\n        return n if n < 2 else g(n - 1) + g(n - 2)\n    return g(n)\n"
    assert not twice(pool, inside).keeps
    assert not twice(pool, "def f(n):\n    return sum(item * item for item in range(n))\n").keeps
    assert (
        again(pool, Subject({"solution.py": "def f(values):\n    values.sort()\n"}, "f"), ([*range(500)][::-1],), Limits()).keeps is False
    )
    assert twice(pool, "def f(n):\n    return 1 / 0\n") is None
