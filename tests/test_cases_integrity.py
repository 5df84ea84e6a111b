"""Cases cannot be cheated, and honest cases of unusual forms are judged right."""

import pytest

from sparring.core.exercise import Budget
from sparring.core.problem import JudgeError
from sparring.judge.judge import Judge
from sparring.judge.script import parse
from sparring.judge.unavailable import unavailable


@pytest.fixture(scope="module")
def judge(pool):
    return Judge(pool)


def statuses(judge, solution: str, cases: str, checker: str | None = None, own=("f",)) -> list[str]:
    report = judge.cases({"solution.py": solution}, "solution.py", parse(cases, own), Budget(), checker)
    return [row.status for row in report.rows]


WALKER = """
import sys

def f(x):
    frame = sys._getframe()
    while frame:
        for name in ("y", "expected", "ANSWER"):
            if name in frame.f_globals:
                return frame.f_globals[name]
            if name in frame.f_locals:
                return frame.f_locals[name]
        frame = frame.f_back
"""


@pytest.mark.parametrize(
    "cases",
    [
        "def test_a():\n    for x, y in [(1, 1), (2, 4)]:\n        assert f(x) == y\n",
        "def test_a():\n    expected = 49\n    assert f(7) == expected\n",
        "ANSWER = 3\nassert f(1) == ANSWER\n",
    ],
)
def test_expected_values_are_not_in_there_to_be_found(judge, cases):
    assert set(statuses(judge, WALKER, cases)) == {"wrong-answer"}


def test_who_prints_without_end_does_so_once(judge):
    cases = "assert f(1) == 1\nassert f(2) == 2\nassert f(3) == 3\nassert f(4) == 4\n"
    solution = "def f(x):\n    while x > 1:\n        print('x' * 1000)\n    return x\n"
    report = judge.cases({"solution.py": solution}, "solution.py", parse(cases, ("f",)), Budget(output_bytes=1_000_000))
    assert [row.status for row in report.rows] == ["passed", "output-limit", "output-limit", "output-limit"]
    assert [row.got.partition(": ")[2] for row in report.rows[1:]] == ["printed too much"] + [
        "not run, a case before it printed too much"
    ] * 2
    assert report.rows[1].instructions
    assert not report.rows[2].instructions


def test_a_candidates_builtins_do_not_answer_for_ours(judge):
    liar = "def len(x): return 3\ndef isinstance(*a): return True\ndef list(x): return [0, 1, 2]\ndef f(n): return 1\n"
    cases = (
        "from collections.abc import Iterator\nassert len(f(3)) == 3\nassert isinstance(f(3), Iterator)\nassert list(f(3)) == [0, 1, 2]\n"
    )
    assert "passed" not in statuses(judge, liar, cases)


@pytest.mark.parametrize(
    ("solution", "cases"),
    [
        ("def f(x): return x ** 0.5", "import math\nassert math.isclose(f(2), 1.41421356, rel_tol=1e-6)"),
        ("def f(x): return str(x)", "import re\nassert re.match(r'\\d+', f(12))"),
        ("def f(x): return x", "assert all(f(x) == x for x in range(5))"),
        ("def f(x): return x / 10", "assert [f(1), f(2)] == approx([0.1, 0.2])"),
        (
            "def f(n): yield from range(n)",
            "assert any(x == 2 for x in f(3))\nassert sum(f(4)) == 6\nassert sorted(f(3), reverse=True) == [2, 1, 0]",
        ),
        ("def f(n): return {n: (n, [n])}", "assert f(1) == {1: (1, [1])}\nassert f(1) != {}\nassert not f(1) == 2"),
        ("class f:\n    def __init__(self, n): self.n = n", "assert f(3).n == 3\nassert isinstance(f(1), f)"),
        ("def f(x): raise KeyError('no ' + x)", "with raises(LookupError, match='no a'):\n    f('a')"),
        ("def f(xs): return sorted(xs)", "def test_a():\n    given = [2, 1]\n    assert f(given) == [1, 2]\n    assert given == [2, 1]"),
        ("def f(x): return None", "assert f(1) is None\nassert not f(1)"),
    ],
)
def test_honest_cases_of_many_forms_pass(judge, solution, cases):
    assert set(statuses(judge, solution, cases)) == {"passed"}


def test_a_case_that_passes_tells_what_came(judge):
    cases = "assert f(1) == approx(1.5)\nassert f(1) < f(2)\nwith raises(ValueError):\n    f(0)\ndef test_it():\n    assert f(2) == 3.0\n    x = f(1)\n"
    solution = "def f(x):\n    if not x: raise ValueError('nought')\n    return x * 1.5"
    report = judge.cases({"solution.py": solution}, "solution.py", parse(cases, ("f",)), Budget())
    assert [(row.status, row.got) for row in report.rows] == [
        ("passed", "1.5"),
        ("passed", "f(1) = 1.5, f(2) = 3.0"),
        ("passed", "ValueError: nought"),
        ("passed", ""),
    ]


def test_a_hostile_pattern_runs_under_limits(judge):
    solution = "def f(x): raise ValueError('a' * 40 + '!')"
    assert statuses(judge, solution, "with raises(ValueError, match='(a+)+$'):\n    f(1)\n") == ["wrong-answer"]


def test_a_failing_checker_is_our_failure_and_never_the_candidates(judge):
    for checker in ("def check(expected, got, *args): 1 / 0", "def check(:", "raise SystemExit"):
        with pytest.raises(JudgeError):
            statuses(judge, "def f(x): return x + 1", "assert f(1) == 1", checker)


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ("if got != expected: 1 / 0", "ZeroDivisionError"),
        ("while got != expected: pass", "time-limit"),
        ("math.isclose(got, 1)", "OverflowError"),
    ],
)
def test_a_checker_that_cannot_read_an_answer_makes_it_a_wrong_one(judge, body, what):
    checker = f"import math\ndef check(expected, got, *args):\n    {body}\n"
    cases = "assert f(1) == 1\nassert f(2) == 2\n"
    report = judge.cases(
        {"solution.py": "def f(x): return 10 ** 400 if x == 1 else x"}, "solution.py", parse(cases, ("f",)), Budget(), checker
    )
    assert [row.status for row in report.rows] == ["wrong-answer", "passed"]
    assert report.rows[0].remark.id == "judge.checker-cannot-read"
    assert what in report.rows[0].remark.params["what"]
    assert report.rows[0].remark.params["got"] == report.rows[0].got


def test_a_float_that_is_near_is_never_an_integer_beyond_every_float(judge):
    cases = "import pytest\nassert f(1) == pytest.approx(1.5)\n"
    assert statuses(judge, "def f(x): return 10 ** 400", cases) == ["wrong-answer"]


def test_a_huge_integer_is_a_wrong_answer_and_can_be_shown(judge):
    report = judge.cases({"solution.py": "def f(x): return [10 ** 50000]"}, "solution.py", parse("assert f(1) == [1]"), Budget())
    assert report.rows[0].status == "wrong-answer"
    assert "bits" in report.rows[0].got


@pytest.mark.parametrize(
    ("body", "got"),
    [("f([])", "(0, ['q'])"), ("f([1])", "None"), ("value = f([])", ""), ("for _ in [1]:\n        f([])", "")],
)
def test_where_no_exception_came_what_was_returned_is_kept(judge, body, got):
    solution = "def f(xs): return None if xs else (0, ['q'])"
    report = judge.cases({"solution.py": solution}, "solution.py", parse(f"with raises(ValueError):\n    {body}\n"), Budget())
    (row,) = report.rows
    assert (row.status, row.got, row.raised_nothing) == ("wrong-answer", got, True)


def test_a_loop_that_never_raises_is_no_missing_exception(judge):
    report = judge.cases(
        {"solution.py": "def f():\n    while True: pass"}, "solution.py", parse("with raises(ValueError):\n    f()"), Budget()
    )
    assert (report.rows[0].status, report.rows[0].raised_nothing) == ("time-limit", False)


@pytest.mark.parametrize(("call", "name"), [("os.system('true')", "os.system"), ("os.sistem('true')", ""), ("os.path.join(1)", "")])
def test_what_the_engine_lacks_is_told_from_a_slip(judge, call, name):
    report = judge.cases({"solution.py": f"import os\ndef f():\n    return {call}"}, "solution.py", parse("assert f() == 1"), Budget())
    assert unavailable(report.rows[0].got) == name


@pytest.mark.parametrize(
    ("said", "english", "italian"),
    [('"one too many"', "one too many", "one too many"), ('("one too many", "uno di troppo")', "one too many", "uno di troppo")],
)
def test_a_checker_says_what_is_wrong_in_one_language_or_in_both(judge, said, english, italian):
    checker = f"def check(expected, got, *args): return {said}"
    report = judge.cases({"solution.py": "def f(x): return x + 1"}, "solution.py", parse("assert f(1) == 1", ("f",)), Budget(), checker)
    (row,) = report.failed
    assert (row.expected, row.remark.to("en"), row.remark.to("it")) == ("1", english, italian)


@pytest.mark.parametrize("said", ["3", "('a', 'b', 'c')", "('a', 1)", "False"])
def test_a_checker_that_says_anything_else_is_our_failure(judge, said):
    with pytest.raises(JudgeError):
        statuses(judge, "def f(x): return x + 1", "assert f(1) == 1", f"def check(expected, got, *args): return {said}")
