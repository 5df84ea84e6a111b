from dataclasses import replace

import pytest

from sparring.sandbox.interface import Stop, Stopped
from sparring.sandbox.native.suites import run_suite
from sparring.sandbox.native.tests.conftest import LIMITS

CODE = "def double(n):\n    return 2 * n\n"
PYTESTS = """import pytest
from code_ import double

@pytest.fixture
def three():
    return 3

@pytest.mark.parametrize("n", [1, 2])
def test_doubles(n):
    assert double(n) == n + n

def test_fixture(three, monkeypatch, tmp_path):
    (tmp_path / "x").write_text("y")
    assert double(three) == 6

def test_wrong():
    assert double(1) == 3

@pytest.mark.skip(reason="later")
def test_later():
    pass
"""
UNITTESTS = """import unittest
from code_ import double

class TestDouble(unittest.TestCase):
    def test_right(self):
        self.assertEqual(double(2), 4)

    def test_wrong(self):
        self.assertEqual(double(2), 5)
"""
PASSING = "from code_ import double\n\ndef test_it():\n    assert double(2) == 4\n"
CHEATS = {
    "exits": ("import os\nos._exit(0)\n", "exited with 0"),
    "system-exit-patched": (
        (
            "import _pytest.runner as r\nimport _pytest.python as p\np.Function.runtest = lambda self: None\n"
            "import unittest\nunittest.TestCase.run = lambda self, result=None: result.addSuccess(self)\n"
            "import _pytest.unittest as u\nu.TestCaseFunction.runtest = lambda self: None\n"
        ),
        "control tests came out wrong: the runner was patched",
    ),
    "forges": (
        (
            'import os\nbody = b\'v\\n["l",[["l",["t::x","passed",""]]]]\'\n'
            "os.write(4, len(body).to_bytes(4, 'big') + body)\nimport time\ntime.sleep(60)\n"
        ),
        "control tests are missing: the report is not the runner's",
    ),
    "kills": ("import os\nos.kill(0, 9)\n", "SIGKILL"),
    "closes": ("import os\nos.closerange(3, 9)\n", "it closed its channel"),
}


def outcomes(outcome):
    assert outcome.stopped is None, outcome
    return {test.id.rpartition("::" if "::" in test.id else ".")[2]: test.outcome for test in outcome.tests}


def test_pytest_is_counted_outside(with_pytest):
    outcome = run_suite(with_pytest, {"code_.py": CODE, "test_it.py": PYTESTS})
    assert outcomes(outcome) == {
        "test_doubles[1]": "passed",
        "test_doubles[2]": "passed",
        "test_fixture": "passed",
        "test_wrong": "failed",
        "test_later": "skipped",
    }
    assert not outcome.passed


def test_unittest_is_counted_outside(engine):
    outcome = run_suite(engine, {"code_.py": CODE, "test_it.py": UNITTESTS}, "unittest")
    assert outcomes(outcome) == {"test_right": "passed", "test_wrong": "failed"}


def test_a_passing_suite_passes_and_one_without_tests_does_not(with_pytest):
    assert run_suite(with_pytest, {"code_.py": CODE, "test_it.py": PASSING}).passed
    assert not run_suite(with_pytest, {"code_.py": CODE}).passed


def test_a_file_that_cannot_be_collected_is_an_error(with_pytest):
    outcome = run_suite(with_pytest, {"test_it.py": "import nothing_of_that_name\n"})
    assert [(test.id, test.outcome) for test in outcome.tests] == [("test_it.py", "error")]


@pytest.mark.parametrize("cheat", CHEATS)
def test_cheats_have_a_name_of_their_own(with_pytest, cheat):
    source, name = CHEATS[cheat]
    outcome = run_suite(
        with_pytest, {"code_.py": source + CODE, "test_it.py": PASSING}, limits=replace(LIMITS, cpu_seconds=5.0, wall_seconds=10.0)
    )
    assert outcome.stopped == Stopped(Stop.FORBIDDEN, name)
    assert not outcome.passed
