import math

import pytest

from sparring.core.plain import Approx
from sparring.core.text import Text
from sparring.judge.script import Derived, Do, Expect, ExpectRaises, ScriptError, parse


def steps(body: str):
    return parse(body).cases[0].steps


def test_a_line_is_a_case_and_its_comment_the_reason():
    script = parse("# en: Nothing to add.\n# it: Niente da sommare.\nassert add(0, 0) == 0\n\nassert add(1, 2) == 3\n")
    assert [case.name for case in script.cases] == ["case_1", "case_2"]
    assert script.cases[0].why == Text("Nothing to add.", "Niente da sommare.")
    assert script.cases[1].why is None
    assert script.cases[0].steps == (Expect("add(0, 0)", 0, (0, 0)),)


def test_a_function_is_a_script_of_calls():
    script = parse('''
from itertools import islice

def test_evicts():
    """en: Full. it: Piena."""
    cache = LRUCache(2)
    cache.put("a", 1)
    assert cache.get("a") is None
    with raises(ValueError, match="capacity"):
        LRUCache(0)
    for size in [1, 2]:
        assert len(LRUCache(size)) == 0
''')
    (case,) = script.cases
    assert script.support == "from itertools import islice"
    assert case.name == "evicts"
    assert case.steps == (
        Do("cache = LRUCache(2)"),
        Do("cache.put('a', 1)"),
        Expect("cache.get('a')", None, ("a",)),
        ExpectRaises("LRUCache(0)", "ValueError", "capacity"),
        Do("size = 1"),
        Expect("len(LRUCache(size))", 0),
        Do("size = 2"),
        Expect("len(LRUCache(size))", 0),
    )


@pytest.mark.parametrize(
    ("right", "value"),
    [
        ("-3", -3),
        ("1 + 2j", 1 + 2j),
        ("{'a': [1, (2, {3})]}", {"a": [1, (2, {3})]}),
        ("float('inf')", math.inf),
        ("set()", set()),
        ("frozenset({1})", frozenset({1})),
        ("[approx(0.3, abs=0.01)]", [Approx(0.3, abs=0.01)]),
        ("b'x'", b"x"),
    ],
)
def test_literals(right, value):
    assert steps(f"assert f() == {right}")[0].expected == value
    assert steps(f"assert {right} == f()")[0].expected == value


@pytest.mark.parametrize(
    ("test", "values", "rest"),
    [
        ("abs(f(2) - 1.4) < 0.1", ["f(2)"], "abs(_v0 - 1.4) < 0.1"),
        ("f(1) == f(2)", ["f(1)", "f(2)"], "_v0 == _v1"),
        ("not f(1)", ["f(1)"], "not _v0"),
        ("f(1) in (1, 2)", ["f(1)"], "_v0 in (1, 2)"),
        ("all(x > 0 for x in f(3))", ["f(3)"], "all((x > 0 for x in _v0))"),
        ("isinstance(f(1), int)", ["isinstance(f(1), int)"], "_v0"),
        ("cache.items[0].name != 'x'", ["cache.items[0].name"], "_v0 != 'x'"),
        ("len(set(f(9))) > 2", ["len(set(f(9)))"], "_v0 > 2"),
    ],
)
def test_other_asserts_keep_what_is_expected_outside(test, values, rest):
    (step,) = steps(f"assert {test}")
    assert isinstance(step, Derived)
    assert [source for _, source in step.values] == values
    assert step.rest == rest


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("", 1),
        ("x = 1\n", 1),
        ("def test_a():\n    if x:\n        assert f() == 1\n", 2),
        ("def test_a():\n    for i in range(3):\n        assert f(i) == 1\n", 2),
        ("import os\nfrom pytest import raises\nassert f() == 1", 2),
        ("assert f( == 1", 1),
        ("(" * 5000, 1),
    ],
)
def test_what_is_no_case_names_its_line(source, line):
    with pytest.raises(ScriptError) as error:
        parse(source)
    assert error.value.line in (line, 0)
