"""Anyone's module and suite, as files: found, read, judged, and refused in words where they cannot be."""

from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from sparring.config.embedded import open_app
from sparring.core.problem import UsageError
from sparring.judge.mutants.hostile.suites import CART
from sparring.judge.mutants.tests.test_suites import EVERYTHING
from sparring.sandbox.native.tier import found as tier
from sparring.usecases.mutants import as_json, measure, remarks, trouble_message


@pytest.fixture(scope="module")
def app():
    with closing(open_app(workers=1)) as app:
        yield app


@pytest.fixture
def judge(app):
    return lambda module, tests, **options: measure(app, Path(module), Path(tests), random=Random(1), **options)


def written(folder, **files):
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/')}.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


def test_a_folder_of_tests_and_the_promised_shape(judge, tmp_path):
    module = tmp_path / "cart.py"
    module.write_text(CART, encoding="utf-8")
    tests = tmp_path / "tests"
    tests.mkdir()
    for name, text in EVERYTHING.items():
        (tests / name).write_text(text)
    found = judge(module, tests)
    told = as_json(found)
    assert (told["total"], told["killed"], told["survived"], told["timeouts"]) == (31, 31, [], 0)
    assert told["seconds"] > 0
    assert found.passed


def test_survivors_are_diffs_with_their_line(judge, tmp_path):
    written(tmp_path, m="def f(a):\n    return a > 3\n", test_m="from m import f\ndef test_f():\n    assert f(9)\n")
    found = judge(tmp_path / "m.py", tmp_path / "test_m.py")
    assert {row["line"] for row in as_json(found)["survived"]} == {2}
    assert "-    return a > 3\n+    return a >= 3" in [row["diff"].split("\n", 2)[2] for row in as_json(found)["survived"]]
    assert not found.passed


TWO = """
def larger(a, b):
    if a > b:
        return a
    return b

def small(a, most=3):
    return a < most
"""
WEAKLY = """
import unittest
import m

class TestM(unittest.TestCase):
    def setUp(self):
        self.least = 2

    def test_larger(self):
        self.assertEqual(m.larger(self.least, 7), 7)
        self.assertEqual(m.larger(9, 7), 9)

    def test_small(self):
        self.assertTrue(m.small(1))
        self.assertFalse(m.small(8))
"""


def test_a_survivor_that_nothing_tells_from_the_module_is_marked_and_stays_one(judge, tmp_path):
    written(tmp_path, m=TWO, test_m=WEAKLY)
    found = judge(tmp_path / "m.py", tmp_path / "test_m.py")
    told = as_json(found)
    marked = {row["diff"].splitlines()[-2]: row["probably_equivalent"] for row in told["survived"]}
    assert marked["+    if a >= b:"] is True
    assert not any(alike for line, alike in marked.items() if "most" in line)
    assert told["killed"] + len(told["survived"]) == told["total"]
    assert "mutants.equivalent" in [remark.id for remark in remarks(found)]
    assert not found.passed


def test_a_module_of_a_package_with_helpers(judge, tmp_path):
    written(
        tmp_path,
        src__shop____init__="",
        src__shop__prices="def price():\n    return 2\n",
        src__shop__total="from .prices import price\n\n\ndef total(n):\n    return price() * n\n",
        tests__helper="def three():\n    return 3\n",
        tests__test_total="from helper import three\nfrom shop.total import total\ndef test_total():\n    assert total(three()) == 6\n",
    )
    assert judge(tmp_path / "src/shop/total.py", tmp_path / "tests/test_total.py").passed


def test_what_the_exact_engine_lacks_runs_on_the_native_one_and_says_so(judge, tmp_path):
    if not tier().confined:
        pytest.skip("this machine gives no walls")
    module = "import threading\n\n\ndef double(n):\n    found = []\n    t = threading.Thread(target=lambda: found.append(2 * n))\n"
    module += "    t.start()\n    t.join()\n    return found[0]\n"
    written(tmp_path, m=module, test_m="from m import double\ndef test_double():\n    assert double(3) == 6\n")
    found = judge(tmp_path / "m.py", tmp_path / "test_m.py")
    assert found.report.trouble is None, found.report.trouble
    assert found.report.engine.startswith("native")
    assert found.report.killed
    assert "mutants.native" in [remark.id for remark in remarks(found)]


def test_what_is_nowhere_is_named(judge, tmp_path):
    written(tmp_path, m="def f():\n    return 1\n", test_m="import no_such_thing\nfrom m import f\ndef test_f():\n    assert f() == 1\n")
    trouble = judge(tmp_path / "m.py", tmp_path / "test_m.py").report.trouble
    assert (trouble.kind, trouble.detail) == ("missing", "no_such_thing")


@pytest.mark.parametrize(
    ("module", "tests", "saying"),
    [
        ("def f():\n    return len(open('table.json').read())\n", "def test_f():\n    assert f() == 1\n", "mutants.no-file"),
        ("async def f():\n    return 1\n", "async def test_f():\n    assert await f() == 1\n", "mutants.async"),
        ("def f():\n    return 1\n", "def test_f():\n    assert f() == 2\n", "mutants.red"),
    ],
)
def test_why_a_suite_is_red_is_told(judge, tmp_path, module, tests, saying):
    written(tmp_path, m=module, test_m="from m import f\n" + tests)
    assert trouble_message(judge(tmp_path / "m.py", tmp_path / "test_m.py").report).id == saying


def test_a_suite_without_an_assertion_is_judged_and_told(judge, tmp_path):
    written(tmp_path, m="def f():\n    return 1\n", test_m="from m import f\ndef test_f():\n    f()\n")
    found = judge(tmp_path / "m.py", tmp_path / "test_m.py")
    assert [remark.id for remark in remarks(found)] == ["mutants.no-assertion"]
    assert found.report.killed == ()


def test_a_sample_says_what_it_left_out(judge, tmp_path):
    (tmp_path / "cart.py").write_text(CART, encoding="utf-8")
    written(tmp_path, test_m="from cart import split\ndef test_s():\n    assert split('a') == ['a']\n")
    told = as_json(judge(tmp_path / "cart.py", tmp_path / "test_m.py", most=5))
    assert (told["total"], told["unjudged"]) == (5, 26)


@pytest.mark.parametrize(
    ("module", "tests", "saying"),
    [
        ("def f(:\n", "def test(): pass\n", "mutants.module-unreadable"),
        ("import os\n", "def test(): pass\n", "mutants.nothing-to-change"),
        (None, "def test(): pass\n", "cli.cannot-read"),
        ("def f():\n    return 1\n", None, "cli.cannot-read"),
    ],
)
def test_what_cannot_be_read_is_said(judge, tmp_path, module, tests, saying):
    written(tmp_path, **{name: text for name, text in (("m", module), ("test_m", tests)) if text is not None})
    with pytest.raises(UsageError) as refused:
        judge(tmp_path / "m.py", tmp_path / "test_m.py")
    assert refused.value.saying.id == saying


def test_an_empty_folder_is_said(judge, tmp_path):
    (tmp_path / "cart.py").write_text(CART, encoding="utf-8")
    (tmp_path / "tests").mkdir()
    with pytest.raises(UsageError) as refused:
        judge(tmp_path / "cart.py", tmp_path / "tests")
    assert refused.value.saying.id == "mutants.empty-folder"
