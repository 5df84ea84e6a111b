from dataclasses import replace
from random import Random
from typing import ClassVar

import pytest

from sparring.judge.mutants import Subject, Trouble, judge_suite, mutants, read_suite
from sparring.judge.mutants.fresh import OF_SMALL, SAMPLE, SMALL, drawn
from sparring.judge.mutants.hostile.suites import CART

HEAD = "import pytest\nimport cart\nfrom cart import Cart, split\n"
WEAK = HEAD + "def test_it():\n    assert split('a,b') == ['a', 'b']\n"
EVERYTHING = {
    "conftest.py": """
import pytest
from cart import Cart
@pytest.fixture
def cart():
    return Cart(limit=2)
@pytest.fixture(scope="module")
def shared():
    yield Cart()
""",
    "test_cart.py": """
import json, logging, os, tempfile
import pytest
import cart as module
from cart import Cart, split
@pytest.mark.parametrize("text, parts", [("a,b", ["a", "b"]), ("a", ["a"]), ("", [""]), (" a , b ", ["a", "b"])])
def test_split(text, parts):
    assert split(text) == parts
@pytest.mark.parametrize("kind", [Cart])
def test_default(kind):
    assert kind().limit == 3 and kind().total() == 0
def test_total(cart):
    assert cart.add("x", 2).add("y", 3, 2).total() == 8
def test_full(cart):
    cart.add("x", 1).add("y", 1)
    with pytest.raises(OverflowError, match="full"):
        cart.add("z", 1)
class TestCount:
    def test_zero(self, cart):
        with pytest.raises(ValueError):
            cart.add("x", 1, 0)
def test_save(cart, tmp_path):
    cart.add("x", 1)
    cart.save(tmp_path / "f.json")
    assert json.loads((tmp_path / "f.json").read_text()) == [["x", 1]]
    assert os.listdir(tmp_path) == ["f.json"]
def test_patch(monkeypatch, shared):
    monkeypatch.setattr(module, "json", None)
    monkeypatch.setenv("HOME", "/x")
    assert module.json is None and os.environ["HOME"] == "/x" and shared.total() == 0
def test_output(capsys, caplog, recwarn):
    print("hi")
    logging.getLogger().warning("uh")
    assert capsys.readouterr().out == "hi\\n" and "uh" in caplog.text
def test_files():
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, "a"), "wb") as file:
            file.write(b"1")
        assert os.path.getsize(os.path.join(folder, "a")) == 1
@pytest.mark.skip
def test_skipped(): pass
@pytest.mark.xfail
def test_expected(): assert 0
def test_approx(): assert 0.1 + 0.2 == pytest.approx(0.3)
""",
}
UNITTEST = """
import unittest
from unittest import mock
from cart import Cart, split
class TestCart(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.shared = Cart()
    def setUp(self):
        self.cart = Cart(2)
    def test_total(self):
        self.assertEqual(self.cart.add("x", 2).add("y", 3, 2).total(), 8)
    def test_full(self):
        self.cart.add("x", 1).add("y", 1)
        with self.assertRaises(OverflowError):
            self.cart.add("z", 1)
    def test_zero(self):
        self.assertRaises(ValueError, self.cart.add, "x", 1, 0)
    def test_split(self):
        for text, parts in (("a,b", ["a", "b"]), ("a", ["a"])):
            with self.subTest(text):
                self.assertEqual(split(text), parts)
    @unittest.skip("later")
    def test_later(self): pass
    def test_mock(self):
        with mock.patch("cart.json") as fake:
            self.cart.save("/tmp/x")
            fake.dump.assert_called_once()
"""


def survivors(report):
    assert report.trouble is None, report.trouble
    assert (report.wrong, report.flaky, report.unjudged) == ((), (), 0)
    return [each.mutant.id for each in report.survived]


def test_real_pytest_with_all_its_means(judged):
    report = judged(EVERYTHING)
    assert survivors(report) == []
    assert len(report.tests) == 13
    assert len(report.judged) == 31
    assert report.skipped == ("test_cart.py::test_skipped", "test_cart.py::test_expected")


def test_unittest(judged):
    report = judged({"test_cart.py": UNITTEST})
    assert survivors(report) == ["5-constant-1", "14-arithmetic-1", "25-swapped-arguments-1"]
    assert report.tests[0].startswith("test_cart.TestCart.test_")


def test_survivors_name_the_tests_that_run_their_lines(judged):
    report = judged(WEAK)
    reached = {each.mutant.line: each.tests for each in report.survived}
    assert reached[10] == ()
    killed = {each.mutant.operator: each.by for each in report.killed if each.mutant.line == 31}
    assert set(killed.values()) == {"test_it.py::test_it"}


def test_the_same_in_two_jobs_and_in_any_order(judged):
    assert survivors(judged(WEAK, seed=1)) == survivors(judged(WEAK, seed=2, workers=3))


def test_a_mutant_that_loops_is_stopped_and_the_rest_judged(judged):
    source = "import itertools\n\n\ndef f(n):\n    while n > 0:\n        n = n - 1\n    return n\n\n\ndef g(n):\n    return list(range(n, 0, -1))\n"
    report = judged("from cart import f, g\ndef test_f():\n    assert f(3) == 0\ndef test_g():\n    assert g(2) == [2, 1]\n", source)
    looped = {each.mutant.id for each in report.judged if each.ended == "looped"}
    assert looped >= {"6-arithmetic-1", "6-removed-statement-1"}
    assert report.timeouts == len(looped)
    assert survivors(report) == []


def test_a_module_that_goes_round_often_itself_is_not_taken_for_a_loop(judged):
    source = "def f(n):\n    total = 0\n    for each in range(n):\n        total += each\n    return total > 7\n"
    report = judged("from cart import f\ndef test_f():\n    assert f(15000)\n", source)
    assert report.timeouts == 0
    assert "5-constant-1" in survivors(report)


def test_a_mutant_that_loops_in_c_meets_the_instruction_limit(judged):
    source = "import itertools\n\n\ndef f(n):\n    return sum(itertools.islice(itertools.count(), 0, n))\n"
    report = judged("from cart import f\ndef test_f():\n    assert f(3) == 3\n", source)
    assert report.timeouts == 0
    endless = judged("from cart import f\ndef test_f():\n    assert f(3) == 3\n", source, wrong=[_wrong(source, "0, n)", "0, None)")])
    assert [(each.killed, each.ended, each.by) for each in endless.judged] == [(True, "time-limit", "test_it.py::test_f")]


def _wrong(source, before, after):
    from sparring.judge.mutants import Mutant, difference

    changed = source.replace(before, after)
    diff, line = difference(source, changed)
    return Mutant("hand-made", changed, line, (line, line), "hand", diff)


TROUBLES = {
    "red": ("def test_a(): assert split('a,b') == ['a']\n", "red", ""),
    "fixture that is not there": ("def test_a(nowhere): split('a')\n", "red", ""),
    "syntax": ("def test_a(: pass\n", "unreadable", "test_it.py"),
    "no tests": ("split('a')\n", "no-tests", ""),
    "all skipped": ("import pytest\n@pytest.mark.skip\ndef test_a(): pass\n@pytest.mark.xfail\ndef test_b(): assert False\n", "all-skipped", ""),
    "prints megabytes": (
        "def test_a():\n    for _ in range(40000): print('x' * 100)\n    assert split('a,b')\n",
        "output-limit",
        "test_it.py::test_a",
    ),
    "hang": ("def test_ok(): split('a')\ndef test_h():\n    while True: pass\n", "time-limit", "test_it.py::test_h"),
    "numpy": ("import numpy\n", "missing", "numpy"),
    "socket": ("import socket\n", "missing", "socket"),
    "os._exit": ("import os\ndef test_p(): os._exit(0)\n", "exits", "test_it.py::test_p"),
    "patched runner": ("import _pytest.python as p\np.Function.runtest = lambda self: None\ndef test_p(): assert split('a')\n", "patched", "_pytest.python.Function.runtest"),
}  # fmt: skip


@pytest.mark.parametrize("framework", ["pytest", "unittest"])
def test_of_too_many_tests_none_is_run(pool, framework):
    tests = "".join(f"    def test_{number}(self): assert split('a') == ['a']\n" for number in range(31))
    text = f"import unittest\nfrom cart import split\nclass TestIt{'(unittest.TestCase)' if framework == 'unittest' else ''}:\n{tests}"
    subject, suite = Subject("cart.py", CART), read_suite({"test_it.py": text})
    report = judge_suite(pool, subject, suite, mutants(CART)[:3], {}, Random(1), 1, most_tests=30)
    assert (suite.framework, report.trouble, report.tests) == (framework, Trouble("too-many", "31"), ())
    assert judge_suite(pool, subject, suite, (), {}, Random(1), 1, most_tests=31).trouble is None


def test_a_suite_that_hangs_is_asked_once_more_and_alone(pool):
    class Asked:
        engine_id = pool.engine_id
        groups: ClassVar[list[int]] = []

        def run(self, job):
            self.groups.append(len(job.groups))
            return pool.run(job)

    suite = read_suite({"test_it.py": HEAD + "def test_h():\n    while True: pass\n"})
    report = judge_suite(Asked(), Subject("cart.py", CART), suite, mutants(CART)[:3], {}, Random(1), 1)
    assert report.trouble == Trouble("time-limit", "test_it.py::test_h")
    assert Asked.groups[-1] == 1
    assert len([count for count in Asked.groups if count > 1]) == 2


@pytest.mark.parametrize("name", TROUBLES)
def test_what_is_wrong_with_a_suite_has_a_name(judged, name):
    text, kind, detail = TROUBLES[name]
    report = judged(HEAD + text)
    assert report.trouble is not None
    assert (report.trouble.kind, report.trouble.detail) == (kind, detail)
    assert report.judged == ()


def test_a_suite_that_does_not_import_the_module(judged):
    assert judged("def test_a(): assert 1\n").trouble.kind == "not-imported"


def test_a_right_version_that_goes_round_more_often_is_not_refused_for_it(judged):
    source = "def f(n):\n    return n * (n - 1) // 2\n"
    slow = "def f(n):\n    total = 0\n    for i in range(n):\n        total += i\n    return total\n"
    report = judged("from cart import f\ndef test_f():\n    assert f(30000) == 449985000\n", source, right={"slow": slow})
    assert (report.wrong, report.flaky, report.trouble) == ((), (), None)
    assert report.killed


def test_what_a_right_version_is_refused_for_is_explained(judged):
    report = judged(
        HEAD + "def test_a():\n    assert split('a')\n    assert split.__code__.co_name == 'split'\n",
        right={"other": "def split(text):\n    return text == 'b'\nclass Cart: pass\n"},
    )
    assert [(each.implementation, each.test) for each in report.wrong] == [("other", "test_it.py::test_a")]
    assert "assert False" in report.wrong[0].text


def test_tests_that_lean_on_each_other_are_named_and_still_judged(judged):
    report = judged(HEAD + "L = []\ndef test_a(): L.append(split('a'))\ndef test_b(): assert L == [['a']]\n")
    assert report.ordered == ("test_it.py::test_b",)
    assert report.killed
    assert report.trouble is None


def test_state_of_one_variant_does_not_reach_the_next(judged):
    report = judged(
        HEAD
        + """
import os, random, sys, warnings
def test_a(tmp_path):
    assert "LEFT" not in os.environ and not hasattr(cart, "left") and random.random() == FIRST and not os.path.exists("/left")
    os.environ["LEFT"] = cart.left = "1"
    open("/left", "w").close()
    warnings.simplefilter("error")
    sys.modules["left"] = cart
    assert split("a,b") == ["a", "b"]
random.seed(5)
FIRST = random.random()
random.seed(5)
"""
    )
    assert report.trouble is None
    assert (report.wrong, report.flaky) == ((), ())


REMEMBERS = """
import copyreg
def told(act):
    try:
        return act()
    except Exception as error:
        return repr(error)
def test_a():
    now = [told(lambda: split("a, b")), told(lambda: Cart().add("x", 2, 0)), told(lambda: Cart().add("x", 2).add("y", 3).total())]
    assert copyreg.dispatch_table.setdefault("first", now) == now
"""
SHARED = """
LOG = []
@pytest.fixture(scope="session")
def session():
    yield Cart(2).add("x", 2)
@pytest.fixture(scope="module")
def module():
    LOG.append("made")
    yield Cart()
@pytest.fixture(autouse=True)
def fresh():
    assert LOG.count("made") < 2
    yield
def test_session(session): assert session.total() == 2
def test_full(session):
    with pytest.raises(OverflowError):
        Cart(1).add("x", 1).add("y", 1)
def test_module(module): assert (module.limit, module.items) == (3, [])
def test_parts(module): assert split("a, b") == ["a", "b"]
"""


def test_a_suite_that_only_remembers_is_found_out_and_its_test_named(judged):
    report = judged(HEAD + REMEMBERS)
    assert (report.remembers, report.flaky, report.trouble) == (("test_it.py::test_a",), ("test_it.py::test_a",), None)


@pytest.mark.parametrize("seed", range(3))
def test_shared_fixtures_are_no_memory(judged, seed):
    report = judged(HEAD + SHARED, seed=seed)
    assert (report.remembers, report.flaky, report.wrong, report.trouble) == ((), (), (), None)
    assert len(report.killed) > 15


@pytest.mark.parametrize("chance", ["random.random() < 0.9", "time.perf_counter_ns() % 3", "id(object()) % 7"])
def test_chance_is_told_apart_from_asking_too_much(judged, chance):
    """Wherever a test fails by chance first: on the module, on a right version, when the suite runs backwards."""
    body = f"def test_chance(): assert {chance} and split('a,b') == ['a', 'b']\ndef test_sure(): assert split('a,b') == ['a', 'b']\n"
    report = judged(HEAD + "import random, time\n" + body, wrong=mutants(CART)[:6])
    assert ("test_it.py::test_chance" in report.flaky, report.wrong, report.trouble) == (True, (), None)


def test_a_sample_takes_hand_written_bugs_first_and_none_that_did_not_end(judged):
    report = judged(WEAK)
    bugs = [replace(each, mutant=replace(each.mutant, story="bug")) for each in report.killed[:2]]
    mixed = replace(report, judged=(*report.killed[2:], *bugs, *(replace(each, ended="looped") for each in report.killed)))
    found = drawn(mixed, Random(1))
    assert [each.mutant.story for each in found] == ["bug"] * OF_SMALL
    assert len(drawn(replace(mixed, judged=report.judged * SMALL), Random(1))) == SAMPLE
    assert not any(each.ended for each in found)
    assert drawn(replace(report, flaky=("x",)), Random(1)) == ()


def test_what_a_suite_leaves_in_the_library_is_taken_away(judged):
    report = judged(
        HEAD
        + """
import builtins, json, sys
def test_a():
    assert not hasattr(sys, "left") and not hasattr(builtins, "left") and json.dumps(1) == "1"
    sys.left = builtins.left = 1
    json.dumps = lambda value: "other"
    assert split("a,b") == ["a", "b"]
"""
    )
    assert (report.trouble, report.wrong, report.flaky, report.ordered) == (None, (), (), ())
    assert report.killed


@pytest.mark.parametrize("count", [40, pytest.param(1000, marks=pytest.mark.prove)])
def test_a_thousand_tests(judged, count):
    report = judged(HEAD + f"@pytest.mark.parametrize('n', range({count}))\ndef test_p(n): assert split(f'{{n}},{{n}}') == [str(n)] * 2\n")
    assert len(report.tests) == count
    assert report.trouble is None
    assert report.unjudged == 0


def test_a_package_and_a_module_named_like_one_of_the_library(judged):
    source = "from shop.prices import price\n\n\ndef total(n):\n    return price() * n\n"
    beside = {"shop/__init__.py": "", "shop/prices.py": "def price():\n    return 2\n"}
    suite = "from shop.queue import total\ndef test_total(): assert total(3) == 6\n"
    assert survivors(judged(suite, source, file="shop/queue.py", beside=beside)) == []
    assert (
        survivors(
            judged(
                "from queue import total\ndef test_total(): assert total(3) == 6\n", "def total(n):\n    return 2 * n\n", file="queue.py"
            )
        )
        == []
    )


def test_a_default_value_is_run_by_who_calls_its_function_and_a_constant_by_everybody(judged):
    source = "def greet(name, greeting='hello'):\n    return greeting + name\n\nMOST = 3\n"
    suite = "from m import greet\ndef test_a(): assert greet('a', 'hi ') == 'hi a'\ndef test_b(): assert greet\n"
    report = judged(suite, source=source, right={}, file="m.py")
    tests = {each.mutant.line: each.tests for each in report.survived}
    assert tests == {1: ("test_it.py::test_a",), 4: ("test_it.py::test_a",)}


def test_a_mutant_that_is_met_first_and_does_not_end_takes_no_other_with_it(judged):
    source = "def count(n):\n    while n > 0:\n        n = n - 1\n    return n\n"
    report = judged("from m import count\ndef test_a(): assert count(3) == 0\n", source=source, right={}, file="m.py")
    assert (report.trouble, report.flaky, report.wrong, report.unjudged) == (None, (), (), 0)
    assert any(each.ended for each in report.killed)


def test_a_mark_that_forbids_to_pass_and_one_that_lets_fail_are_heard_in_parts(judged):
    suite = """
@pytest.mark.xfail(strict=True)
def test_not_yet(): assert split("a,b") == ["a;b"]
@pytest.mark.xfail
def test_perhaps(): assert split("a,b") == ["x"]
@pytest.mark.skipif(not hasattr(cart, "split"), reason="none")
def test_known(): assert split("a, b") == ["a", "b"]
class TestMore:
    def setup_method(self): self.cart = Cart()
    @pytest.mark.parametrize("count", [1, 2])
    def test_added(self, count): assert self.cart.add("x", 2, count).total() == 2 * count
"""
    report = judged(HEAD + suite)
    assert (report.trouble, report.flaky, report.wrong) == (None, (), ())
    assert {each.by.partition("::")[2] for each in report.killed} >= {"test_known", "TestMore::test_added[1]"}


def test_a_right_version_that_a_suite_prints_too_much_of_is_a_limit_and_no_sign_of_strictness(judged):
    source = "def words():\n    return ['a']\n"
    suite = "from m import words\ndef test_a():\n    for _ in range(len(words())): print('x' * 600_000)\n    assert words()\n"
    report = judged(suite, source=source, right={"more": "def words():\n    return ['a', 'b']\n"}, wrong=[], file="m.py")
    assert (report.trouble.kind, report.wrong, report.flaky) == ("output-limit", (), ())
