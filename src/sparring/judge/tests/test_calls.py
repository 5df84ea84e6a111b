"""A call whose arguments are handed in as data does what its source does, and nothing stays behind for the next."""

import pytest

from sparring.judge.literals import plain_call
from sparring.sandbox.interface import Job, NotPlain, Raised, Step, Stop, Stopped, Value

PROGRAM = """
import sys, warnings
LONG = 'a_rather_long_name'
class Box:
    size = 3
    def get(self, *given): return given
    def __getattr__(self, name): raise KeyError(name)
box = Box()
def give(*given): return given
def same(a, b): return a is b
def mine(a): return a is LONG
def big(n): return list(range(n))
def thing(): return object()
def boom(a): return 1 / a
def deep(n): return n if n == 0 else deep(n - 1)
def held(a): return sys.getrefcount(a)
def caller(): return sys._getframe(1).f_code.co_filename
def warn(): warnings.warn('old', stacklevel=2)
def put(a): a.append(a[-1]); return a
"""
SOURCES = [
    "give()", "give(None, True, 0, -1, 1.5, -0.0, 'è\\n\"', b'\\xff', 1 - 2j, '\\ud800')", "give([1, [2, (3,)]], {'a': [1], 2: {}, (1, 2): None}, {1: 2, 1: 3})",
    "same('ab c', 'ab c')", "same(10**3, 1000)", "same(1000, 1000)", "same(1.5, 1.5)", "same([1], [1])", "mine('a_rather_long_name')",
    "box.get(1, [2])", "box.missing(1)", "box.size(1)", "nothing(1)", "len([1])", "give(1)(2)", "boom(0)", "boom('a')", "boom()", "boom(1, 2)", "thing()",
    "big(3)", "big(16)", "big(17)", "big(5000)", "deep(500)", "deep(5000)", "held([1])", "caller()", "warn()", "put([1])",
]  # fmt: skip


@pytest.fixture(scope="module")
def both(pool):
    """What each source does: compiled, and as a call."""
    jobs = [[(Step("eval", source, call=call(source)),) for source in SOURCES * 2] for call in (lambda _: None, plain_call)]
    return [pool.run(Job({"solution.py": PROGRAM}, groups=groups)).groups for groups in jobs]


@pytest.mark.parametrize("number", range(len(SOURCES)))
def test_a_call_does_what_its_source_does(both, number):
    for at in (number, number + len(SOURCES)):
        compiled, called = (groups[at][0] for groups in both)
        assert (called.result, called.output) == (compiled.result, compiled.output)


def test_only_calls_with_literals_are_taken_apart():
    asked = [
        "f({1, 2})",
        "f(float('inf'))",
        "f(x)",
        "f(a=1)",
        "f(*[1])",
        "f(1 + 1)",
        "f(f(1))",
        "f[0](1)",
        "a.b.c(1)",
        "f(...)",
        "f({[]: 1})",
        "f",
    ]
    assert [plain_call(source) for source in asked] == [None] * len(asked)
    assert plain_call("f([-1], 'a')") == ("f", '["t",[["l",[["i","-1"]]],"a"]]')
    assert plain_call(f"f({'[' * 150}{']' * 150})") is not None


def test_a_short_answer_needs_no_call_of_its_own_and_a_long_one_costs_the_candidate_nothing(both):
    short, long = (both[1][SOURCES.index(source)][0].instructions for source in ("big(3)", "big(5000)"))
    assert short < 400_000
    assert long < 2_000_000


def test_a_later_input_is_not_inside(pool):
    hunt = "import gc, sys\ndef f(x):\n    texts = [o for o in gc.get_objects() if type(o) is str]\n    frame, seen = sys._getframe(), []\n"
    hunt += "    while frame:\n        seen += [str(frame.f_locals.get(name)) for name in ('arguments', 'given', 'source')]\n        frame = frame.f_back\n"
    hunt += "    return ['later' in text for text in seen].count(True) + sum('later' in text for text in texts)\n"
    steps = [Step("eval", f"f({word!r})", call=plain_call(f"f({word!r})")) for word in ("first", "later_one")]
    outcome = pool.run(Job({"solution.py": hunt}, groups=[[step] for step in steps]))
    assert outcome.groups[0][0].result == Value(0)
    assert outcome.groups[1][0].result.value > 0


def test_what_stops_a_call_is_told(pool):
    program = "def f(x):\n    while True: pass\ndef g(x): return {1: iter(())}\nimport os\ndef h(x): os._exit(0)\n"
    groups = [[Step("eval", f"{name}(1)", call=plain_call(f"{name}(1)"))] for name in "fghi"]
    results = [group[0].result for group in pool.run(Job({"solution.py": program}, groups=groups)).groups]
    assert isinstance(results[0], Stopped)
    assert results[0].why is Stop.TIME
    assert isinstance(results[1], NotPlain)
    assert isinstance(results[2], Stopped)
    assert results[2].why is Stop.FORBIDDEN
    assert isinstance(results[3], Raised)
    assert results[3].type == "builtins.NameError"
