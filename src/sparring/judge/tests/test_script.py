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
        Expect("len(LRUCache(1))", 0),
        Expect("len(LRUCache(2))", 0),
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
        ("all(x > 0 for x in f(3))", ["list(f(3))"], "all((x > 0 for x in _v0))"),
        (
            "all(f(x) == x + 1 for x in range(5))",
            ["[(f(x),) for x in range(5)]"],
            "all([_v0 == x + 1 for x, (_v0,) in zip([x for x in range(5)], _v0)])",
        ),
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
        ("def test_a():\n    for i in g():\n        assert f(i) == 1\n", 2),
        ("async def test_a():\n    assert f() == 1\n", 1),
        ("if True:\n    assert f() == 1\n", 1),
        ("class TestF:\n    def test_a(self):\n        assert f() == 1\n", 1),
        ("def helper():\n    assert f() == 1\n\nassert f() == 1\n", 1),
        ("def test_a(fixture):\n    assert f() == 1\n", 1),
        ("with raises(ValueError, match='('):\n    f()\n", 1),
        ("assert 1 == 1 + 0\n", 1),
        ("assert f(1) == {[1]: 2}\nassert f(", 2),
        ("assert f( == 1", 1),
        ("(" * 5000, 1),
    ],
)
def test_what_is_no_case_names_its_line(source, line):
    with pytest.raises(ScriptError) as error:
        parse(source)
    assert error.value.line in (line, 0)


def test_expected_values_behind_names_stay_outside():
    assert steps("def test_a():\n    expected = 49\n    assert sq(7) == expected\n") == (Expect("sq(7)", 49, (7,)),)
    assert steps("def test_a():\n    for x, y in [(1, 1), (2, 4)]:\n        assert sq(x) == y\n") == (
        Expect("sq(1)", 1, (1,)),
        Expect("sq(2)", 4, (2,)),
    )
    script = parse("ANSWER = [1]\nINPUT = [2]\nassert f(INPUT) == ANSWER\n")
    assert script.support == "INPUT = [2]"
    assert script.cases[0].steps == (Expect("f(INPUT)", [1], ([2],)),)


def test_inputs_go_in_and_what_changes_is_read_inside():
    source = "def test_a():\n    graph = {'a': 1}\n    f(graph)\n    assert graph == {'a': 1}\n"
    assert steps(source) == (Do("graph = {'a': 1}", "graph"), Do("f(graph)"), Expect("graph", {"a": 1}))
    changed = steps("def test_a():\n    log = []\n    log.append(1)\n    assert f() == log\n")
    assert isinstance(changed[-1], Derived)


def test_parametrised_tests_are_a_case_for_each_row():
    script = parse(
        "import pytest\n@pytest.mark.parametrize('n, root', [(4, 2), (9, 3)])\ndef test_root(n, root):\n    assert sqrt(n) == root\n"
    )
    assert [case.name for case in script.cases] == ["root_1", "root_2"]
    assert script.cases[1].steps == (Expect("sqrt(9)", 3, (9,)),)
    assert script.support == ""


def test_loops_at_the_top_are_a_case_for_each_turn():
    script = parse("for x, y in [(1, 2), (2, 777)]:\n    assert f(x) == y\n")
    assert [case.steps for case in script.cases] == [(Expect("f(1)", 2, (1,)),), (Expect("f(2)", 777, (2,)),)]


def test_imports_of_the_tests_are_known_outside_too():
    script = parse("import math\nassert math.isclose(f(2), 1.4)\n")
    assert script.imports == "import math"
    assert script.cases[0].steps == (Derived((("_v0", "f(2)"),), "math.isclose(_v0, 1.4)", "math.isclose(f(2), 1.4)"),)


def test_builtins_are_the_real_ones_unless_the_exercise_asks_for_one():
    assert parse("assert len(f(1)) == 2").inside("len(f(1))") == "__builtins__['len'](f(1))"
    assert parse("assert sum([1]) == 1", {"sum"}).inside("sum([1])") == "sum([1])"
    assert parse("assert f(1) == 2").inside("def len(x):\n    return x") == "def len(x):\n    return x"
