"""What counts as the same, what is seen, and how small the input gets that shows a fault."""

from textwrap import dedent

import pytest

from sparring.judge.differential import Did, Program, Trio, differs, inputs, raised_by, run_on, seed_of, smallest, told
from sparring.judge.differential.shrink import reductions
from sparring.sandbox.interface import Limits, NotPlain, Raised, Value

LIMITS = Limits(step_instructions=200_000_000)


def did(value, arguments=None, output=""):
    return Did(Value(value), arguments, output)


def raised(name, text=""):
    return Did(Raised(f"builtins.{name}", (), text), None, "")


@pytest.mark.parametrize(
    ("wanted", "got", "aspect"),
    [
        (did(1), did(1), ""),
        (did(1), did(True), "value"),
        (did([1]), did((1,)), "value"),
        (did([0.1 + 0.2]), did([0.3]), ""),
        (did(0.1), did(0.2), "value"),
        (did({"a": 1.0}), did({"a": 1.0 + 1e-12}), ""),
        (did(float("nan")), did(float("nan")), ""),
        (did(None, ([2],)), did(None, ([1],)), "arguments"),
        (did(None, (), "a\n"), did(None, (), "b\n"), "output"),
        (did(1), raised("ValueError"), "exception"),
        (raised("KeyError"), raised("ValueError"), "exception"),
        (raised("TypeError", "one"), raised("TypeError", "other"), ""),
        (raised("ValueError", "one"), raised("ValueError", "other"), "exception"),
        (Did(NotPlain("solution.A"), None, ""), did(1), "value"),
    ],
)
def test_what_counts_as_the_same(wanted, got, aspect):
    assert differs(wanted, got, frozenset({"ValueError"})) == aspect


def test_exceptions_that_a_program_raises_itself():
    assert raised_by("def f(x):\n    if x:\n        raise ValueError('no')\n    raise Mine\n") == {"ValueError", "Mine"}


def test_values_exceptions_arguments_output_and_iterators_come_out(pool):
    source = dedent("""
        def f(items, how):
            print("called", how)
            items.append(how)
            if how == "raise":
                raise LookupError("gone")
            return (item for item in items) if how == "lazy" else list(items)
    """)
    found = run_on(pool, Program({"solution.py": source}, "f"), [([1], "list"), ([1], "raise"), ([1], "lazy")], LIMITS)
    assert [told(each, "value") for each in found] == ["[1, 'list']", "LookupError: gone", "('an iterator over', [1, 'lazy'])"]
    assert [each.arguments for each in found] == [([1, "list"], "list"), ([1, "raise"], "raise"), ([1, "lazy"], "lazy")]
    assert found[0].output == "called list\n"


def test_a_program_that_calls_its_own_list_list_is_seen_as_it_is(pool):
    source = "def list(x):\n    return 'mine'\n\n\ndef f(x):\n    return iter(x)\n"
    (found,) = run_on(pool, Program({"solution.py": source}, "f"), [([1, 2],)], LIMITS)
    assert found.result == Value(("an iterator over", [1, 2]))


def test_inputs_are_many_different_and_made_again_from_the_same_seed(pool):
    generator = "def generate(n, random):\n    return ([random.randrange(1000) for _ in range(n)],)\n"
    made = inputs(pool, generator, 240, seed_of("a"), LIMITS)
    assert len(made) == 240
    assert len({repr(each) for each in made}) > 200
    assert made == inputs(pool, generator, 240, seed_of("a"), LIMITS)
    assert made != inputs(pool, generator, 240, seed_of("b"), LIMITS)


def test_the_smallest_input_is_found(pool):
    right = "def f(rows):\n    return sum(p - p // 10 if p > 100 else p for _, p in rows)\n"
    wrong = right.replace("> 100", ">= 100")
    programs = [Program({"solution.py": source}, "f") for source in (right, right, wrong)]
    first = ([("bread", 7), ("wine", 250), ("cheese", 100), ("oil", 99)],)
    before, now = (run_on(pool, program, [first], LIMITS)[0] for program in programs[1:])
    found = smallest(pool, Trio(*programs), first, before, now, LIMITS)
    assert found.arguments == ([("", 100)],)
    assert (found.wanted.result, found.got.result) == (Value(100), Value(90))


def test_an_input_never_leaves_what_the_exercise_is_about(pool):
    original = "def f(order):\n    return order['price'] * order['pieces']\n"
    wrong = "def f(order):\n    return order['price']\n"
    programs = [Program({"solution.py": source}, "f") for source in (original, original, wrong)]
    first = ({"price": 7, "pieces": 12, "note": "please"},)
    before, now = (run_on(pool, program, [first], LIMITS)[0] for program in programs[1:])
    found = smallest(pool, Trio(*programs), first, before, now, LIMITS)
    assert found.arguments == ({"price": 1, "pieces": 0},)


@pytest.mark.parametrize("value", [-13, 2.5, "ab", [True, {1, 2}], {"a": (1, b"xy")}, 0, None])
def test_reductions_end(value):
    steps = 0
    while (smaller := next(reductions(value), None)) is not None:
        value, steps = smaller[0], steps + 1
        assert steps < 200
